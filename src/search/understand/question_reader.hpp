#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "search/search_answer.hpp"
#include "search/understand/phrase_book.hpp"

namespace nearme {

/// What the words of a question say, before any place is chosen among those of one name.
struct Question {
  std::vector<Concept> concepts;      ///< each once, in the order said
  std::vector<LocalityMatch> places;  ///< localities of that name, by population
  std::optional<LatLon> position;     ///< coordinates written out
  std::string postcode;               ///< folded, without spaces, when the words could be one
  bool near_me = false;
  bool open_now = false;
  std::vector<std::string> words;  ///< what is left, folded
  std::string text;                ///< the same as it was written
  std::vector<Correction> corrections;
  std::vector<Piece> pieces;
};

/// Which words and postcodes the sites themselves know, so that a name is not mistaken for a place.
class KnownWords {
 public:
  virtual ~KnownWords() = default;
  [[nodiscard]] virtual bool has_word(std::string_view folded) const = 0;
  [[nodiscard]] virtual bool has_postcode(std::string_view folded_without_spaces) const = 0;
};

/// Reads a question offline: phrases of the catalogue (longest first, then typos), "near" and what stands behind it,
/// coordinates, postcodes, "open now"; the rest are words of names. Exact readings come before misspelt ones. Any text
/// gives a Question. Threads: any.
class QuestionReader {
 public:
  QuestionReader(const PhraseBook& phrases, const Gazetteer& gazetteer, const KnownWords& known);

  [[nodiscard]] Question read(std::string_view text) const;

  /// Reads words that are said to be a place, as after "near"; the slug of a locality is one, too.
  [[nodiscard]] Question read_place(std::string_view text) const;

 private:
  const PhraseBook& phrases_;
  const Gazetteer& gazetteer_;
  const KnownWords& known_;
};

}  // namespace nearme
