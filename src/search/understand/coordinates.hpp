#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "geo/lat_lon.hpp"

namespace nearme {

/// A position written out in a text, and the bytes [begin, end) that say it.
struct WrittenPosition {
  LatLon position;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Finds "51.5,-0.12" or "51.5, -0.12" or "geo:51.5,-0.12": two decimal numbers, latitude first, with a comma between
/// them, at least one of them with a decimal point. None when there is no such pair, or it is not on the globe.
std::optional<WrittenPosition> find_position(std::string_view text);

}  // namespace nearme
