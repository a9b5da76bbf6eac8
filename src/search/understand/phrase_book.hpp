#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nearme {

enum class ConceptType : std::uint8_t { treatment, concern, kind, family };

/// An entry of the catalogue as a phrase names it.
struct Concept {
  ConceptType type{};
  std::string id;

  friend auto operator<=>(const Concept&, const Concept&) = default;
};

/// A phrase that was found, with the number of its typos.
struct PhraseMatch {
  Concept meaning;
  std::string phrase;  ///< as the catalogue writes it: "micro-needling"
  int edits = 0;
};

/// All names and synonyms of the catalogue, squashed, so that "micro needling", "Microneedling" and "micro-needling"
/// are one phrase. A phrase that names entries of several tables means the treatment first, then the concern, then the
/// kind, then the family. Immutable; threads: any.
class PhraseBook {
 public:
  explicit PhraseBook(const Catalogue& catalogue);

  /// The entry that exactly these squashed words name.
  [[nodiscard]] std::optional<PhraseMatch> find(const std::string& squashed) const;

  /// The entry whose phrase is spelled most like these squashed words, within the edits that a word of that length may
  /// have (text/edit_distance.hpp). None when two different entries are equally like it.
  [[nodiscard]] std::optional<PhraseMatch> find_misspelt(const std::string& squashed) const;

  /// Phrases that begin so, each entry once, in alphabetical order.
  [[nodiscard]] std::vector<PhraseMatch> beginning_with(const std::string& squashed) const;

  /// Phrases that begin almost so: with the same letter, and within the edits that a word of that length may have. Each
  /// entry once, fewest edits first.
  [[nodiscard]] std::vector<PhraseMatch> beginning_like(const std::string& squashed) const;

 private:
  struct Entry {
    Concept meaning;
    std::string phrase;
  };

  void add(Concept meaning, const std::string& phrase);

  /// A squashed phrase with the set of its letters, by which most comparisons end before they begin.
  struct Spelling {
    std::uint32_t letters = 0;
    std::string squashed;
  };

  std::map<std::string, Entry> entries_;                    ///< by squashed phrase
  std::map<std::size_t, std::vector<Spelling>> by_length_;  ///< by length in letters
};

}  // namespace nearme
