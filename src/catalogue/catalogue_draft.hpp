#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"

namespace nearme {

/// The entries of one table as they are gathered from the files, each with where it was stated last ("kinds.toml:12").
template <class T>
struct DraftTable {
  std::vector<T> entries;
  std::vector<std::string> where;

  [[nodiscard]] const T* find(const decltype(T::id)& id) const {
    const auto found = std::ranges::find(entries, id, &T::id);
    return found == entries.end() ? nullptr : &*found;
  }
};

/// What catalogue files say, field by field, before it is known whether it fits together.
struct CatalogueDraft {
  DraftTable<Treatment> treatments;
  DraftTable<Concern> concerns;
  DraftTable<Kind> kinds;
  DraftTable<Family> families;
  Suitability suitability;
  std::vector<Wording> wordings;
};

/// Reads the files in their order; a later entry with the id of an earlier one overrides the fields that it states.
/// Checked here: what one entry shows by itself. Errors: invalid_input, as "file:line: reason".
Result<CatalogueDraft> read_draft(std::span<const CatalogueFile> files);

/// Checks what only all the files together show: English names, summaries, references that exist, near neighbours that
/// are not each other's synonym. Errors: as above.
Result<void> check_draft(const CatalogueDraft& draft);

}  // namespace nearme
