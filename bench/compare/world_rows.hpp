#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/ground.hpp"

namespace nearme {

/// Numbers for names, from 0, in the order in which they are met.
class Numbering {
 public:
  std::uint32_t number_of(std::string_view name);
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// An offer as tables of other engines hold it.
struct OfferRow {
  std::uint32_t treatment = 0;  ///< its number in the catalogue
  double points = 0;            ///< all of the score of `sort=best` but nearness, at the moment of asking
};

/// A site as tables of other engines hold it.
struct SiteRow {
  LatLon position;
  std::string words;                  ///< with spaces between
  std::vector<std::uint32_t> values;  ///< of facets, such as "kind:pharmacy", by number
  std::uint32_t languages = 0;        ///< bit n: language n is spoken
  std::uint32_t wheelchair = 0;       ///< number of "yes", "limited", or 0
  std::vector<OfferRow> offers;
};

/// A made-up world as rows, in the order of its image: the number of a site is its position there. What `sort=best`
/// adds to nearness is worked out by nearme itself, so that all engines rank by the same numbers.
struct WorldRows {
  std::vector<SiteRow> sites;
  Numbering values;
  Numbering languages;
  Numbering wheelchairs;
  std::uint32_t common = 0;  ///< numbers of the treatments that are asked for
  std::uint32_t tenth = 0;
  std::uint32_t rare = 0;
  std::uint32_t german = 0;     ///< of `languages`
  std::uint32_t step_free = 0;  ///< of `wheelchairs`
};

/// The rows of the world that `ground` holds the image of, made up once more from its seed.
WorldRows rows_of_world(const Ground& ground, World world);

}  // namespace nearme
