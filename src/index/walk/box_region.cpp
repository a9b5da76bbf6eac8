#include "index/walk/box_region.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include "index/run_time_dispatch.hpp"
#include "index/tree/chord_kernels.hpp"

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

constexpr float lesser(float a, float b) { return a < b ? a : b; }
constexpr float greater(float a, float b) { return a > b ? a : b; }

/// The greatest, or the least, of factor * v for v between low and high.
struct Greatest {
  [[gnu::always_inline]] static float of(float factor, float low, float high) {
    return greater(factor * low, factor * high);
  }
};
struct Least {
  [[gnu::always_inline]] static float of(float factor, float low, float high) {
    return lesser(factor * low, factor * high);
  }
};

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

/// As pointers, which the compiler makes vector code of.
struct BoxRegion::Lanes {
  const float* low[2];
  const float* high[2];
  const float* upper;  ///< the z that is held against the southern parallel, and
  const float* lower;  ///< against the northern
};

template <class Extreme>
[[gnu::always_inline]] inline float BoxRegion::depth(const Lanes& of, std::size_t lane) const {
  const float west = Extreme::of(east_of_west_.x, of.low[0][lane], of.high[0][lane]) +
                     Extreme::of(east_of_west_.y, of.low[1][lane], of.high[1][lane]);
  const float east = Extreme::of(west_of_east_.x, of.low[0][lane], of.high[0][lane]) +
                     Extreme::of(west_of_east_.y, of.low[1][lane], of.high[1][lane]);
  const float across = is_wedge_ ? lesser(west, east) : greater(west, east);
  return lesser(across, lesser(of.upper[lane] - least_z_, greatest_z_ - of.lower[lane]));
}

template <class Extreme>
[[gnu::always_inline]] inline std::uint64_t BoxRegion::children_of_depth(float least_depth,
                                                                         const Lanes& children) const {
  const Lanes lanes = children;
  const BoxRegion region = *this;
  std::array<float, 64> shallowness;
  float* __restrict const out = shallowness.data();
  for (std::size_t lane = 0; lane < 64; ++lane) out[lane] = -region.depth<Extreme>(lanes, lane);
  return lanes_at_most(shallowness, -least_depth);
}

NEARME_FOR_EACH_CPU std::uint64_t BoxRegion::may_meet(const ChildBounds& children) const {
  const auto& [low, high] = children;
  return children_of_depth<Greatest>(-kRoom, {.low = {low[0].data(), low[1].data()},
                                              .high = {high[0].data(), high[1].data()},
                                              .upper = high[2].data(),
                                              .lower = low[2].data()});
}

NEARME_FOR_EACH_CPU std::uint64_t BoxRegion::covers(const ChildBounds& children) const {
  const auto& [low, high] = children;
  return children_of_depth<Least>(kRoom, {.low = {low[0].data(), low[1].data()},
                                          .high = {high[0].data(), high[1].data()},
                                          .upper = low[2].data(),
                                          .lower = high[2].data()});
}

}  // namespace nearme
