#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "index/build/entry_rows.hpp"
#include "index/build/record_sorter.hpp"
#include "index/build/site_row.hpp"
#include "index/image/image_file.hpp"
#include "index/image/index_about.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// Makes an image out of any number of entries, however they come: sorts them along the Hilbert curve (ties by id), in
/// bounded memory where there is a place to spill to, and writes section after section. The same entries, in any
/// order, and the same `about` give the same bytes. Ids and slugs must be distinct.
///
/// What stays in memory are numbers, some 150 bytes a site, and each word and each name of a set once. Belongs to one
/// thread; `add` and `write_to` start others for a while. Errors: those of the scratch file and of the target.
class ImageAssembly {
 public:
  explicit ImageAssembly(IndexAbout about, std::optional<SpillPlace> spill = std::nullopt);

  /// Of a few entries: keeps the schedule of each in memory.
  [[nodiscard]] Result<void> add(const IndexEntry& entry);

  /// Of several of many, most of the work for which was done on any thread.
  [[nodiscard]] Result<void> add(EntryRows entries);

  /// Makes the image say that some of it is made up.
  void note_fictional() { about_.any_fictional = true; }

  [[nodiscard]] std::uint32_t sites() const { return sites_; }

  /// Called now and then with how many sites have been written.
  using Progress = std::function<void(std::uint32_t sites)>;
  [[nodiscard]] Result<void> write_to(ImageTarget& target, const Progress& progress = {}) &&;

 private:
  IndexAbout about_;
  std::optional<SpillPlace> spill_;
  std::uint32_t sites_ = 0;
  SharedNames names_;
  RecordSorter rows_;
};

}  // namespace nearme
