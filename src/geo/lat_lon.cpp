#include "geo/lat_lon.hpp"

#include <cmath>

namespace nearme {
namespace {

constexpr double kE7 = 1e7;
constexpr std::int32_t kHalfTurnE7 = 1'800'000'000;

bool is_latitude(double degrees) { return degrees >= -90 && degrees <= 90; }
bool is_longitude(double degrees) { return degrees >= -180 && degrees <= 180; }

}  // namespace

Result<LatLon> LatLon::make(Degrees degrees) {
  if (!is_latitude(degrees.lat)) {
    const bool swapped = is_latitude(degrees.lon) && is_longitude(degrees.lat);
    return fail(ErrorKind::invalid_input, "latitude {} is not between -90 and 90{}", degrees.lat,
                swapped ? "; latitude and longitude may be swapped" : "");
  }
  if (!is_longitude(degrees.lon)) {
    return fail(ErrorKind::invalid_input, "longitude {} is not between -180 and 180", degrees.lon);
  }
  const auto lat_e7 = static_cast<std::int32_t>(std::lround(degrees.lat * kE7));
  const auto lon_e7 = static_cast<std::int32_t>(std::lround(degrees.lon * kE7));
  return LatLon{lat_e7, lon_e7 == kHalfTurnE7 ? -kHalfTurnE7 : lon_e7};
}

Result<LatLon> LatLon::from_e7(std::int32_t lat_e7, std::int32_t lon_e7) {
  if (std::abs(static_cast<std::int64_t>(lat_e7)) > kHalfTurnE7 / 2 || lon_e7 < -kHalfTurnE7 || lon_e7 >= kHalfTurnE7) {
    return fail(ErrorKind::corrupt, "stored position {} {} is not on the globe", lat_e7, lon_e7);
  }
  return LatLon{lat_e7, lon_e7};
}

}  // namespace nearme
