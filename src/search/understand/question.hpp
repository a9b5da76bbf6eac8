#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "geo/metres.hpp"
#include "search/search_answer.hpp"
#include "search/understand/phrase_book.hpp"

namespace nearme {

/// What the words of a question say, before any place is chosen among those of one name.
struct Question {
  std::vector<Concept> concepts;           ///< each once, in the order said
  std::vector<Concept> unwanted;           ///< those behind "without" or "not"
  std::vector<LocalityMatch> places;       ///< localities of that name, by population
  std::vector<GazetteerArea> areas;        ///< countries, regions and counties of that name, by population
  std::vector<PlaceOfPostcode> postcodes;  ///< where a postcode lies
  std::string misspelt_place;              ///< the words, when `places` are only spelled like them
  std::optional<LatLon> position;          ///< coordinates written out
  std::optional<Error> fault;              ///< why what is surely meant as coordinates is none
  bool near_me = false;
  std::optional<Metres> radius;  ///< "within 5 miles"
  std::optional<Opening> opening;
  PriceRange price;
  std::vector<std::string> languages;  ///< BCP 47, any of them
  bool only_confirmed = false;         ///< "verified", "registered"
  bool only_insured = false;
  bool only_wheelchair = false;
  std::optional<Sort> sort;        ///< "cheapest", "nearest", "best rated"
  std::vector<std::string> words;  ///< what is left, folded
  std::string text;                ///< the same as it was written
  std::vector<Correction> corrections;
  std::vector<Piece> pieces;
  std::vector<Hint> hints;  ///< what was understood and cannot be done
};

}  // namespace nearme
