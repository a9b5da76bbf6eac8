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
  std::vector<Concept> concepts;           ///< each once, in the order said
  std::vector<LocalityMatch> places;       ///< localities of that name, by population
  std::vector<GazetteerArea> areas;        ///< countries, regions and counties of that name, by population
  std::vector<PlaceOfPostcode> postcodes;  ///< where a postcode lies
  std::string misspelt_place;              ///< the words, when `places` are only spelled like them
  std::optional<LatLon> position;          ///< coordinates written out
  std::optional<Error> fault;              ///< why what is surely meant as coordinates is none
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
  /// The middles of the sites of a postcode, by its key (text/postcode.hpp): one for each country or far part.
  [[nodiscard]] virtual std::vector<LatLon> postcode(std::string_view key) const = 0;
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
