#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// The two kinds of GeoNames dumps: places (allCountries.txt, GB.txt, cities15000.txt: 19 columns) and postcodes
/// (12 columns). The columns are those of the readme files of download.geonames.org.
enum class DumpKind : std::uint8_t { places, postcodes };

std::string_view to_string(DumpKind kind);

/// Tells the kind by the columns of a first line. Errors: invalid_input for another table, with what it is or what
/// would be right.
Result<DumpKind> dump_kind_of(std::string_view line);

/// The columns of a line, divided by tabs. Views into it.
std::vector<std::string_view> cells_between_tabs(std::string_view line);

/// Why a row was not taken: a sentence, and the value at fault.
struct RowFault {
  std::string reason;
  std::string value;
};

template <class T>
using RowResult = std::expected<T, RowFault>;

/// A row of a dump of places. The views live as long as the line.
struct GeoNamesRow {
  enum class Sort : std::uint8_t { town, area, other };  ///< a populated place; a country or division; anything else

  Sort sort = Sort::other;
  std::uint32_t number = 0;  ///< GeoNames' own
  std::string_view name;
  std::string_view plain_name;   ///< in ASCII
  std::string_view other_names;  ///< divided by commas
  std::string_view feature;      ///< "PPLA", "ADM1"
  std::string_view country;      ///< ISO 3166-1 alpha-2
  std::string_view admin1;       ///< codes of the divisions
  std::string_view admin2;
  std::uint32_t population = 0;
  std::string_view time_zone;
  LatLon position;
};
RowResult<GeoNamesRow> read_geonames_row(std::string_view line);

/// A row of a dump of postcodes.
struct PostalRow {
  std::string_view country;
  std::string_view postcode;
  std::string_view name;
  std::string_view region;       ///< first-level division by name
  std::string_view region_code;  ///< not always GeoNames' code of the dump of places
  LatLon position;
};
RowResult<PostalRow> read_postal_row(std::string_view line);

}  // namespace nearme
