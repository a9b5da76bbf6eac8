#include "intake/centre.hpp"

#include <cmath>

namespace nearme {
namespace {

constexpr double kTurn = 360;

/// The difference of two longitudes, the short way round.
double short_way(double degrees) { return degrees - kTurn * std::round(degrees / kTurn); }

}  // namespace

ShapeCentre::Offset ShapeCentre::offset_of(Degrees point) {
  if (!origin_) origin_ = point;
  return {.x = short_way(point.lon - origin_->lon), .y = point.lat - origin_->lat};
}

Degrees ShapeCentre::at(Offset offset) const {
  return {.lat = origin_->lat + offset.y, .lon = short_way(origin_->lon + offset.x)};
}

void ShapeCentre::add_point(Degrees point) {
  const auto offset = offset_of(point);
  points_ += 1;
  point_sum_.x += offset.x;
  point_sum_.y += offset.y;
}

void ShapeCentre::add_ring(std::span<const Degrees> points, Ring ring) {
  if (points.empty()) return;
  double doubled_area = 0;
  Offset sum;
  auto before = offset_of(points.back());
  for (const auto& point : points) {
    add_point(point);
    const auto here = offset_of(point);
    const auto cross = before.x * here.y - here.x * before.y;
    doubled_area += cross;
    sum.x += (before.x + here.x) * cross;
    sum.y += (before.y + here.y) * cross;
    before = here;
  }
  const double sign = (doubled_area < 0 ? -1.0 : 1.0) * (ring == Ring::hole ? -1.0 : 1.0);
  constexpr double kOffsetsInCentroid = 6;
  area_ += sign * doubled_area / 2;
  area_sum_.x += sign * sum.x / kOffsetsInCentroid;
  area_sum_.y += sign * sum.y / kOffsetsInCentroid;
}

std::optional<Degrees> ShapeCentre::centre() const {
  if (!origin_ || points_ == 0) return std::nullopt;
  // A square of a tenth of a millimetre: less is a line.
  constexpr double kLeastArea = 1e-18;
  if (area_ > kLeastArea) return at({.x = area_sum_.x / area_, .y = area_sum_.y / area_});
  return at({.x = point_sum_.x / points_, .y = point_sum_.y / points_});
}

}  // namespace nearme
