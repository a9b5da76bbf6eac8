#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// A country, a region of the first level, or anything smaller that has places inside.
struct NamedArea {
  enum class Kind : std::uint8_t { country, region, district };

  std::string key;                    ///< "GB", "GB.ENG", "GB.ENG.H3"; a country's is its ISO 3166-1 alpha-2 code
  std::optional<std::size_t> parent;  ///< the number of an area before this one; countries have none
  Kind kind = Kind::country;
  std::string name;
  std::vector<std::string> other_names;
};

/// A populated place, before it is compiled.
struct Place {
  std::string name;
  std::vector<std::string> other_names;
  std::size_t area = 0;  ///< the number of the smallest area that it lies in
  std::uint32_t population = 0;
  LatLon position;
  std::string time_zone;
};

/// A postcode, before it is compiled.
struct PlacedPostcode {
  std::string written;   ///< "LS1 4AP"
  std::string name;      ///< of the place that it belongs to; may be empty
  std::size_t area = 0;  ///< the number of the smallest area that it lies in
  LatLon position;
};

/// What a gazetteer is compiled from.
struct Places {
  std::vector<NamedArea> areas;
  std::vector<Place> places;
  std::vector<PlacedPostcode> postcodes;
  std::string about;  ///< of whoever made it: lines of "name<tab>value"
};

/// Reads the source text (docs/gazetteer-format.md), which has no postcodes. Errors: invalid_input with the line and
/// what is wrong in it.
Result<Places> read_places(std::string_view tsv);

}  // namespace nearme
