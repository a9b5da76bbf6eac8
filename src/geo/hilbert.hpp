#pragma once

#include <cstdint>

#include "geo/lat_lon.hpp"

namespace nearme {

/// The place of a position along a Hilbert curve laid over the plane of longitude and latitude (Hilbert, 1891), 32 bits
/// each way. Positions that are near each other on the curve are near each other in the world; the reverse holds
/// mostly, and nothing relies on it but speed.
std::uint64_t hilbert_key(LatLon position);

}  // namespace nearme
