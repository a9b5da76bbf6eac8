#pragma once

#include <string>
#include <vector>

#include "gazetteer/compile/places.hpp"

namespace nearme {

/// A slug for every place, in the order of the places: "leeds-england-gb", of lower-case ASCII letters, digits and
/// hyphens. When places share one, the largest keeps it and the others get -2, -3, ... by population.
std::vector<std::string> make_slugs(const Places& places);

/// The name of the first-level division that an area lies in or is; empty for a country.
const std::string& region_name(const Places& places, std::size_t area);

/// The ISO 3166-1 alpha-2 code of the country that an area lies in or is.
const std::string& country_code(const Places& places, std::size_t area);

}  // namespace nearme
