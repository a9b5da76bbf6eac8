#include "intake/address_from_row.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/timezone.h>

#include "geo/distance.hpp"
#include "intake/country.hpp"
#include "intake/row_cells.hpp"

namespace nearme {
namespace {

/// A locality farther away than this says nothing of the country.
constexpr Metres kCountryReach = Metres::from_kilometres(30);

/// Where house numbers stand before the street.
constexpr std::array<std::string_view, 14> kNumberFirst{"AU", "CA", "FR", "GB", "GG", "IE", "IM",
                                                        "IN", "JE", "LU", "MC", "MT", "NZ", "US"};

std::string street_of(const Row& row, const std::string& country) {
  auto street = text_of(row, Column::street);
  if (const auto number = text_of(row, Column::house_number); !number.empty()) {
    const bool number_first = std::ranges::find(kNumberFirst, country) != kNumberFirst.end();
    street = street.empty() ? number : number_first ? number + ' ' + street : street + ' ' + number;
  }
  for (const auto column : {Column::street_2, Column::street_3}) {
    const auto line = text_of(row, column);
    if (!line.empty()) street += (street.empty() ? "" : ", ") + line;
  }
  return street;
}

std::string country_of_row(const Row& row, LatLon position, const std::optional<Locality>& nearest,
                           RowContext& context) {
  const auto country =
      read_cell(row, Column::country, context, [](const std::string& text) { return country_of(text); });
  if (country) return *country;
  if (!nearest || distance(position, nearest->position) > kCountryReach) return {};
  return std::string(nearest->country);
}

std::optional<std::string> known_time_zone(const std::string& name) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  return name;
}

std::string time_zone_of_row(const Row& row, const std::optional<Locality>& nearest, RowContext& context) {
  const auto given = read_cell(row, Column::time_zone, context, known_time_zone);
  if (given) return *given;
  return nearest ? std::string(nearest->time_zone) : std::string{};
}

}  // namespace

void read_address(Site& site, const Row& row, RowContext& context) {
  const auto nearest = context.gazetteer.nearest(site.position);
  site.address.country = country_of_row(row, site.position, nearest, context);
  site.address.street = in_usual_case(street_of(row, site.address.country), "streets", row, context);
  site.address.city = in_usual_case(checked_text(row, Column::city, context, is_of_line_length), "towns", row, context);
  site.address.region =
      in_usual_case(checked_text(row, Column::region, context, is_of_line_length), "regions", row, context);
  site.address.postcode = checked_text(row, Column::postcode, context, is_of_line_length);
  site.time_zone = time_zone_of_row(row, nearest, context);
}

}  // namespace nearme
