#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "search/search_answer.hpp"
#include "text/postcode.hpp"

namespace nearme {

class KnownWords;

/// What some words mean as a place, before one is chosen among those of one name.
struct PlaceReading {
  std::vector<LocalityMatch> localities;   ///< largest first
  std::vector<GazetteerArea> areas;        ///< countries, regions, counties; largest first
  std::vector<PlaceOfPostcode> postcodes;  ///< of several countries, or far apart in one
  std::string name;                        ///< what to call it
  std::vector<Correction> corrections;     ///< "LS1 4ZZ" was taken for "LS1"

  [[nodiscard]] bool empty() const { return localities.empty() && areas.empty() && postcodes.empty(); }
  [[nodiscard]] std::uint32_t population() const;  ///< of the largest locality or area; 0 for postcodes
};

/// Looks words up as places: names, names with where they lie ("Paris, Texas", "Leeds AL"), areas ("Bavaria"),
/// postcodes of the gazetteer and of the sites, postcodes beside names ("10115 Berlin"). What it looks in outlives it.
/// Threads: any.
class PlaceFinder {
 public:
  PlaceFinder(const Gazetteer& gazetteer, const KnownWords& known) : gazetteer_(gazetteer), known_(known) {}

  /// What all the words together name; empty when they name no place.
  [[nodiscard]] PlaceReading named(std::string_view words) const;

  /// The same, or what the first words name when the others say where that is: "Paris, Texas".
  [[nodiscard]] PlaceReading called(std::string_view words) const;

  /// What misspelt words mean: the localities of so many people that are the fewest edits away, largest first. Empty
  /// below four letters.
  [[nodiscard]] PlaceReading misspelt(std::string_view words, std::uint32_t least_population) const;

 private:
  [[nodiscard]] std::vector<LocalityMatch> located(std::string_view words) const;
  [[nodiscard]] std::vector<GazetteerArea> areas_called(std::string_view words,
                                                        const std::vector<LocalityMatch>& namesakes) const;
  [[nodiscard]] PlaceReading postcode(const PostcodeForm& form) const;
  [[nodiscard]] std::vector<PlaceOfPostcode> places_of(const std::string& key, const PostcodeForm& form) const;
  [[nodiscard]] PlaceReading postcode_and_name(std::string_view words) const;
  [[nodiscard]] PlaceReading postcode_in(const PostcodeForm& form, std::string_view town) const;

  const Gazetteer& gazetteer_;
  const KnownWords& known_;
};

}  // namespace nearme
