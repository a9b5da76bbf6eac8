#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "directory/listing.hpp"

namespace nearme {

/// Where the sites of a made-up directory lie.
enum class DirectoryShape : std::uint8_t { cities, antimeridian, poles, one_point, everywhere };

/// Sites that differ in all that a question can ask for: offers with prices in two currencies, some by confirmed
/// people, kinds, languages, countries, hours, names of few words. The same arguments give the same sites. For tests.
std::vector<Listing> many_sided_directory(DirectoryShape shape, std::size_t count, unsigned seed);

}  // namespace nearme
