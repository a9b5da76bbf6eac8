#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "intake/csv/column_index.hpp"

namespace nearme {

/// Where the columns of a file of the CQC are. Those that it does not have are none.
struct LocationColumns {
  using Place = std::optional<std::size_t>;

  Place id, name, dormant, phone, website, street, street_2, city, authority, county, postcode, lat, lon, service_types;
  std::vector<std::pair<std::string, std::size_t>> flags;  ///< a service type, and the column that has Y for it

  /// None when these are not the headers of the directory or of the active locations.
  [[nodiscard]] static std::optional<LocationColumns> find(const std::vector<std::string>& names);
};

/// The region of a location: its local authority, then its county, "Islington, Greater London". The authority is what
/// tells a London borough, which the rest of an address hardly ever names. Either may be empty; said once when both are
/// the same.
std::string region_of_location(const std::string& authority, const std::string& county);

}  // namespace nearme
