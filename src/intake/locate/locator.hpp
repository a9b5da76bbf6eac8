#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "directory/site.hpp"
#include "gazetteer/gazetteer.hpp"

namespace nearme {

/// What is known of where something is, short of coordinates. Any part may be empty.
struct PlaceWords {
  std::string country;  ///< ISO 3166-1 alpha-2
  std::string region;
  std::string postcode;
  std::string city;
};

/// A place on the map that words stand for.
struct LocatedPlace {
  LatLon position;
  Precision precision;
  std::string country;
};

/// Finds places by postcode, then by town. Remembers nothing; a look-up takes microseconds.
class Locator {
 public:
  explicit Locator(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  /// None when the gazetteer knows neither the postcode nor the town, or when they could be several places that lie far
  /// apart: a wrong place is worse than none.
  [[nodiscard]] std::optional<LocatedPlace> locate(const PlaceWords& words) const;

 private:
  [[nodiscard]] std::optional<LocatedPlace> by_postcode(const PlaceWords& words) const;
  [[nodiscard]] std::optional<LocatedPlace> by_town(const PlaceWords& words) const;

  const Gazetteer& gazetteer_;
};

}  // namespace nearme
