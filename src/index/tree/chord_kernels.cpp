#include "index/tree/chord_kernels.hpp"

#include <cmath>
#include <limits>

#include "index/run_time_dispatch.hpp"

// Straight-line loops over 64 lanes, which the compiler turns into vector code. Every bound leaves room for the
// rounding of its own arithmetic: a sum of three squares of differences is off by less than 2^-21 of itself, and by
// less than the least normal float where it underflows. Copies and __restrict tell the compiler that what is written
// is not what is read.
namespace nearme {
namespace {

constexpr float kMoreThanAnyChord = 8;
constexpr float kShrink = 1 - 0x1p-21F;
constexpr float kGrow = 1 + 0x1p-21F;
constexpr float kUnderflow = std::numeric_limits<float>::min();
/// A stored point and the asked one are each rounded by up to 2^-25, their difference by no more than that again.
constexpr float kPointSlack = 0x1p-23F;

constexpr float greater(float a, float b) { return a > b ? a : b; }
constexpr float lesser(float a, float b) { return a < b ? a : b; }

/// Eight bytes that are 0 or 1 as eight bits, the first the lowest: the product moves each into the highest byte.
std::uint64_t gather_bits(const std::uint8_t* bytes) {
  std::uint64_t eight = 0;
  for (int byte = 0; byte < 8; ++byte) eight |= std::uint64_t{bytes[byte]} << (8 * byte);
  return (eight * 0x0102040810204080U) >> 56;
}

}  // namespace

float round_down(double value) {
  const auto nearest = static_cast<float>(value);
  return static_cast<double>(nearest) <= value ? nearest : std::nextafterf(nearest, -2.0F);
}

float round_up(double value) {
  const auto nearest = static_cast<float>(value);
  return static_cast<double>(nearest) >= value ? nearest : std::nextafterf(nearest, 2.0F);
}

RoundedPoint round_both_ways(const UnitVector& point) {
  return {.low = {round_down(point.x), round_down(point.y), round_down(point.z)},
          .high = {round_up(point.x), round_up(point.y), round_up(point.z)}};
}

NEARME_FOR_EACH_CPU void least_to_boxes(BoxLanes boxes, const RoundedPoint& point, Lanes out) {
  const RoundedPoint from = point;
  float* __restrict const chords = out.data();
  const float* low = boxes.data();
  const float* high = low + 3 * 64;
  for (int i = 0; i < 64; ++i) {
    const float x = greater(0, greater(low[i] - from.high[0], from.low[0] - high[i]));
    const float y = greater(0, greater(low[64 + i] - from.high[1], from.low[1] - high[64 + i]));
    const float z = greater(0, greater(low[128 + i] - from.high[2], from.low[2] - high[128 + i]));
    const float chord_squared = (x * x + y * y + z * z) * kShrink - kUnderflow;
    chords[i] = lesser(kMoreThanAnyChord, greater(0, chord_squared));
  }
}

NEARME_FOR_EACH_CPU void least_to_points(PointLanes points, const RoundedPoint& point, Lanes out) {
  const RoundedPoint from = point;
  float* __restrict const chords = out.data();
  const float* at = points.data();
  for (int i = 0; i < 64; ++i) {
    const float x = greater(0, greater(at[i] - from.high[0], from.low[0] - at[i]) - kPointSlack);
    const float y = greater(0, greater(at[64 + i] - from.high[1], from.low[1] - at[64 + i]) - kPointSlack);
    const float z = greater(0, greater(at[128 + i] - from.high[2], from.low[2] - at[128 + i]) - kPointSlack);
    const float chord_squared = (x * x + y * y + z * z) * kShrink - kUnderflow;
    chords[i] = lesser(kMoreThanAnyChord, greater(0, chord_squared));
  }
}

float least_to_box(BoxLanes boxes, std::size_t lane, const RoundedPoint& point) {
  float sum = 0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const float low = boxes[axis * 64 + lane];
    const float high = boxes[(axis + 3) * 64 + lane];
    const float apart = greater(0, greater(low - point.high[axis], point.low[axis] - high));
    sum += apart * apart;
  }
  return greater(0, sum * kShrink - kUnderflow);
}

float least_to_point(PointLanes points, std::size_t lane, const RoundedPoint& point) {
  float sum = 0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const float at = points[axis * 64 + lane];
    const float apart = greater(0, greater(at - point.high[axis], point.low[axis] - at) - kPointSlack);
    sum += apart * apart;
  }
  return greater(0, sum * kShrink - kUnderflow);
}

NEARME_FOR_EACH_CPU void negate(std::span<const float, 64> chords, Lanes out) {
  float* __restrict const negated = out.data();
  const float* from = chords.data();
  for (int i = 0; i < 64; ++i) negated[i] = -from[i];
}

NEARME_FOR_EACH_CPU std::uint64_t lanes_at_most(std::span<const float, 64> lanes, float most) {
  const float* values = lanes.data();
  std::array<std::uint8_t, 64> holds;
  for (std::size_t lane = 0; lane < 64; ++lane) holds[lane] = values[lane] <= most;
  std::uint64_t bits = 0;
  for (int group = 0; group < 8; ++group) bits |= gather_bits(holds.data() + 8 * group) << (8 * group);
  return bits;
}

NEARME_FOR_EACH_CPU void greatest_to_boxes(BoxLanes boxes, const RoundedPoint& point, Lanes out) {
  const RoundedPoint from = point;
  float* __restrict const chords = out.data();
  const float* low = boxes.data();
  const float* high = low + 3 * 64;
  for (int i = 0; i < 64; ++i) {
    const float x = greater(high[i] - from.low[0], from.high[0] - low[i]);
    const float y = greater(high[64 + i] - from.low[1], from.high[1] - low[64 + i]);
    const float z = greater(high[128 + i] - from.low[2], from.high[2] - low[128 + i]);
    chords[i] = (x * x + y * y + z * z) * kGrow + kUnderflow;
  }
}

NEARME_FOR_EACH_CPU void greatest_to_points(PointLanes points, const RoundedPoint& point, Lanes out) {
  const RoundedPoint from = point;
  float* __restrict const chords = out.data();
  const float* at = points.data();
  for (int i = 0; i < 64; ++i) {
    const float x = greater(at[i] - from.low[0], from.high[0] - at[i]) + kPointSlack;
    const float y = greater(at[64 + i] - from.low[1], from.high[1] - at[64 + i]) + kPointSlack;
    const float z = greater(at[128 + i] - from.low[2], from.high[2] - at[128 + i]) + kPointSlack;
    chords[i] = (x * x + y * y + z * z) * kGrow + kUnderflow;
  }
}

}  // namespace nearme
