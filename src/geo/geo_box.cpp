#include "geo/geo_box.hpp"

#include <cmath>

namespace nearme {
namespace {

std::int32_t to_e7(double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 1e7)); }

}  // namespace

Result<GeoBox> GeoBox::make(std::array<double, 4> west_south_east_north) {
  const auto [west, south, east, north] = west_south_east_north;
  for (const double lon : {west, east}) {
    if (!(lon >= -180 && lon <= 180))
      return fail_parameter("bbox", "bbox: {} is not a longitude between -180 and 180", lon);
  }
  for (const double lat : {south, north}) {
    if (!(lat >= -90 && lat <= 90)) return fail_parameter("bbox", "bbox: {} is not a latitude between -90 and 90", lat);
  }
  if (south > north)
    return fail_parameter("bbox", "bbox: south {} is above north {}; the order is west,south,east,north", south, north);
  GeoBox box;
  box.west_e7_ = to_e7(west);
  box.south_e7_ = to_e7(south);
  box.east_e7_ = to_e7(east);
  box.north_e7_ = to_e7(north);
  return box;
}

bool GeoBox::contains(LatLon position) const {
  if (position.lat_e7() < south_e7_ || position.lat_e7() > north_e7_) return false;
  // Longitude 180 is kept as -180, which lies on a box's eastern edge as well.
  const bool on_antimeridian_edge = position.lon_e7() == -1'800'000'000 && east_e7_ == 1'800'000'000;
  if (on_antimeridian_edge) return true;
  const bool east_of_west = position.lon_e7() >= west_e7_;
  const bool west_of_east = position.lon_e7() <= east_e7_;
  return crosses_antimeridian() ? east_of_west || west_of_east : east_of_west && west_of_east;
}

LatLon GeoBox::centre() const {
  const double west = west_e7_ / 1e7;
  const double east = crosses_antimeridian() ? east_e7_ / 1e7 + 360 : east_e7_ / 1e7;
  const double middle = (west + east) / 2;
  return *LatLon::make({.lat = (south_e7_ / 1e7 + north_e7_ / 1e7) / 2, .lon = middle > 180 ? middle - 360 : middle});
}

}  // namespace nearme
