#include "intake/cqc/location_columns.hpp"

#include <fmt/format.h>

#include "intake/cells.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::string_view kFlag = "Service type - ";

LocationColumns of_active_locations(const ColumnIndex& columns) {
  return {.id = columns.find("Location ID"),
          .name = columns.find("Location Name"),
          .dormant = columns.find("Dormant (Y/N)"),
          .phone = columns.find("Location Telephone Number"),
          .website = columns.find("Location Web Address"),
          .street = columns.find("Location Street Address"),
          .street_2 = columns.find("Location Address Line 2"),
          .city = columns.find("Location City"),
          .authority = columns.find("Location Local Authority"),
          .county = columns.find("Location County"),
          .postcode = columns.find("Location Postal Code"),
          .lat = columns.find("Location Latitude"),
          .lon = columns.find("Location Longitude"),
          .service_types = {},
          .flags = {}};
}

LocationColumns of_directory(const ColumnIndex& columns) {
  return {.id = columns.find_beginning("CQC Location ID"),
          .name = columns.find("Name"),
          .dormant = {},
          .phone = columns.find("Phone number"),
          .website = columns.has("Website") ? columns.find("Website") : columns.find_beginning("Service's website"),
          .street = columns.find("Address"),
          .street_2 = {},
          .city = {},
          .authority = columns.find("Local authority"),
          .county = columns.find("Region"),
          .postcode = columns.find("Postcode"),
          .lat = {},
          .lon = {},
          .service_types = columns.find("Service types"),
          .flags = {}};
}

}  // namespace

std::optional<LocationColumns> LocationColumns::find(const std::vector<std::string>& names) {
  const ColumnIndex columns(names);
  if (columns.find_beginning("CQC Location ID") && columns.has("Name")) return of_directory(columns);
  if (!columns.has("Location ID") || !columns.has("Location Name")) return std::nullopt;
  auto found = of_active_locations(columns);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto name = tidy(names[i]);
    if (name.starts_with(kFlag)) found.flags.emplace_back(name.substr(kFlag.size()), i);
  }
  return found;
}

std::string region_of_location(const std::string& authority, const std::string& county) {
  if (authority.empty() || county.empty() || fold(authority) == fold(county))
    return county.empty() ? authority : county;
  return fmt::format("{}, {}", authority, county);
}

}  // namespace nearme
