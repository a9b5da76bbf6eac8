#include "index/walk/waiting_children.hpp"

#include <bit>
#include <limits>

#include "index/lane_masks.hpp"
#include "index/run_time_dispatch.hpp"

// Straight-line loops over 64 lanes, which the compiler turns into vector code.
namespace nearme {
namespace {

constexpr std::int32_t kChildBits = 63;
constexpr std::int32_t kAllButSign = INT32_MAX;

/// A whole number whose order is that of the floats; its own inverse.
constexpr std::int32_t ordered(std::int32_t float_bits) { return float_bits ^ ((float_bits >> 31) & kAllButSign); }

constexpr float at_most_the_greatest(float value) {
  constexpr float kGreatest = std::numeric_limits<float>::max();
  return value < kGreatest ? value : kGreatest;
}

NEARME_FOR_EACH_CPU void write_keys(const float* bounds, std::uint64_t among, std::int32_t none,
                                    std::int32_t* __restrict keys) {
  LaneMasks masks;
  spread_bits(among, masks);
  for (std::int32_t lane = 0; lane < 64; ++lane) {
    const auto bits = std::bit_cast<std::int32_t>(at_most_the_greatest(bounds[lane]));
    const std::int32_t key = (ordered(bits) & ~kChildBits) | lane;
    const std::int32_t mask = masks[static_cast<std::size_t>(lane)];
    keys[lane] = (key & mask) | (none & ~mask);
  }
}

NEARME_FOR_EACH_CPU std::int32_t greatest_of(const std::int32_t* keys) {
  std::int32_t greatest = keys[0];
  for (int lane = 1; lane < 64; ++lane) greatest = keys[lane] > greatest ? keys[lane] : greatest;
  return greatest;
}

}  // namespace

WaitingChildren::WaitingChildren(std::span<const float, 64> bounds, std::uint64_t among) {
  write_keys(bounds.data(), among, kNone, keys_.data());
  greatest_ = greatest_of(keys_.data());
}

float WaitingChildren::bound() const { return std::bit_cast<float>(ordered(greatest_ | kChildBits)); }

int WaitingChildren::next() const { return greatest_ & kChildBits; }

int WaitingChildren::take() {
  const int child = next();
  keys_[static_cast<std::size_t>(child)] = kNone;
  greatest_ = greatest_of(keys_.data());
  return child;
}

}  // namespace nearme
