#include "geo/distance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace nearme {
namespace {

constexpr double kRadiansPerDegree = std::numbers::pi / 180;

}  // namespace

UnitVector to_unit_vector(LatLon position) {
  const double lat = position.lat() * kRadiansPerDegree;
  const double lon = position.lon() * kRadiansPerDegree;
  return {.x = std::cos(lat) * std::cos(lon), .y = std::cos(lat) * std::sin(lon), .z = std::sin(lat)};
}

double chord_squared(const UnitVector& a, const UnitVector& b) {
  const double x = a.x - b.x;
  const double y = a.y - b.y;
  const double z = a.z - b.z;
  return x * x + y * y + z * z;
}

double to_chord_squared(Metres distance) {
  const double angle = std::clamp(distance.count() / kEarthRadiusMetres, 0.0, std::numbers::pi);
  const double chord = 2 * std::sin(angle / 2);
  return chord * chord;
}

Metres to_metres(double chord_squared) {
  const double half_chord = std::min(1.0, std::sqrt(chord_squared) / 2);
  return Metres{2 * kEarthRadiusMetres * std::asin(half_chord)};
}

Metres distance(LatLon from, LatLon to) { return to_metres(chord_squared(to_unit_vector(from), to_unit_vector(to))); }

std::string_view compass_direction(LatLon from, LatLon to) {
  if (from == to) return {};
  const double from_lat = from.lat() * kRadiansPerDegree;
  const double to_lat = to.lat() * kRadiansPerDegree;
  const double turn = (to.lon() - from.lon()) * kRadiansPerDegree;
  const double east = std::sin(turn) * std::cos(to_lat);
  const double north = std::cos(from_lat) * std::sin(to_lat) - std::sin(from_lat) * std::cos(to_lat) * std::cos(turn);
  static constexpr std::array<std::string_view, 8> kNames{"N", "NE", "E", "SE", "S", "SW", "W", "NW"};
  const double eighths = std::atan2(east, north) / (std::numbers::pi / 4);
  return kNames[static_cast<std::size_t>(std::lround(eighths) + 8) % 8];
}

}  // namespace nearme
