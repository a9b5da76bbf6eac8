#include "index/walk/box_region.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nearme {
namespace {

/// More than float32 can be off by in a sum of two products of numbers up to 1, and in a leaf's rounded point.
constexpr float kRoom = 1e-6F;
constexpr double kRadiansPerE7 = std::numbers::pi / 180 / 1e7;
constexpr std::int64_t kTurnE7 = 3'600'000'000;

double width_e7(const GeoBox& box) {
  const std::int64_t width = std::int64_t{box.east_e7()} - box.west_e7();
  return static_cast<double>(width < 0 ? width + kTurnE7 : width);
}

/// The greatest of factor * v for v between low and high.
float greatest(float factor, float low, float high) { return std::max(factor * low, factor * high); }
float least(float factor, float low, float high) { return std::min(factor * low, factor * high); }

}  // namespace

BoxRegion::BoxRegion(const GeoBox& box) {
  const double west = box.west_e7() * kRadiansPerE7;
  const double east = box.east_e7() * kRadiansPerE7;
  east_of_west_ = {.x = static_cast<float>(-std::sin(west)), .y = static_cast<float>(std::cos(west))};
  west_of_east_ = {.x = static_cast<float>(std::sin(east)), .y = static_cast<float>(-std::cos(east))};
  is_wedge_ = width_e7(box) <= static_cast<double>(kTurnE7 / 2);
  least_z_ = static_cast<float>(std::sin(box.south_e7() * kRadiansPerE7));
  greatest_z_ = static_cast<float>(std::sin(box.north_e7() * kRadiansPerE7));
}

std::uint64_t BoxRegion::may_meet(const ChildBounds& children) const {
  const auto& [low, high] = children;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    const auto reaches = [&](const HalfPlane& half) {
      return greatest(half.x, low[0][i], high[0][i]) + greatest(half.y, low[1][i], high[1][i]) >= -kRoom;
    };
    const bool west = reaches(east_of_west_);
    const bool east = reaches(west_of_east_);
    const bool between = high[2][i] >= least_z_ - kRoom && low[2][i] <= greatest_z_ + kRoom;
    if (between && (is_wedge_ ? west && east : west || east)) bits |= std::uint64_t{1} << i;
  }
  return bits;
}

std::uint64_t BoxRegion::covers(const ChildBounds& children) const {
  const auto& [low, high] = children;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    const auto holds = [&](const HalfPlane& half) {
      return least(half.x, low[0][i], high[0][i]) + least(half.y, low[1][i], high[1][i]) > kRoom;
    };
    const bool west = holds(east_of_west_);
    const bool east = holds(west_of_east_);
    const bool between = low[2][i] > least_z_ + kRoom && high[2][i] < greatest_z_ - kRoom;
    if (between && (is_wedge_ ? west && east : west || east)) bits |= std::uint64_t{1} << i;
  }
  return bits;
}

}  // namespace nearme
