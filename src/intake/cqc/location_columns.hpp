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

  Place id, name, dormant, phone, website, street, street_2, city, county, postcode, lat, lon, service_types;
  std::vector<std::pair<std::string, std::size_t>> flags;  ///< a service type, and the column that has Y for it

  /// None when these are not the headers of the directory or of the active locations.
  [[nodiscard]] static std::optional<LocationColumns> find(const std::vector<std::string>& names);
};

}  // namespace nearme
