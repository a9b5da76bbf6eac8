#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// A position written out in a text, and the bytes [begin, end) that say it.
struct WrittenPosition {
  LatLon position;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Finds a position in any usual form: two angles, latitude first unless letters say otherwise, with a comma, a
/// semicolon or a space between them. "51.5,-0.12", "51.5N 0.12W", "N 51° 30.5' W 0° 7.2'", "51°30′26″N, 0°7′39″W",
/// "51 30 26 N 0 7 39 W", "51,5; -0,12", "geo:51.5,-0.12;u=30", "@51.5,-0.12,17z", "#map=15/51.5/-0.12". Of an address
/// or a geo: URI, the whole of it is the position.
///
/// None when nothing in the text is one: two whole numbers are not. Errors: invalid_input for what is surely meant as a
/// position and lies off the globe, has its parts the wrong way round or minutes beyond 60; it says what is wrong.
Result<std::optional<WrittenPosition>> find_position(std::string_view text);

}  // namespace nearme
