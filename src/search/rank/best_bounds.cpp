#include "search/rank/best_bounds.hpp"

#include <bit>
#include <cmath>

#include "index/run_time_dispatch.hpp"

// The last loop is a straight line over 64 lanes, which the compiler turns into vector code.
namespace nearme {
namespace {

/// More than a score up to 1.04 can be off by after a dozen roundings.
constexpr float kRounding = 4e-6F;

/// Up to so many are worked out one by one.
constexpr int kFew = 4;

constexpr float lesser(float a, float b) { return a < b ? a : b; }

inline float bound(const BestBounds& of, float chord_squared, float quality) {
  const float nearness = of.nearness / (1 + of.nears_in_a_chord * std::sqrt(chord_squared));
  return nearness + lesser(of.most_from_quality, of.worth_of_quality * quality) + of.whatever_else + kRounding;
}

}  // namespace

NEARME_FOR_EACH_CPU void write_best_bounds(const BestBounds& terms, const BoundedChildren& children,
                                           std::span<float, 64> out) {
  const BestBounds of = terms;
  const float* chords = children.least_chords_squared.data();
  const float* qualities = children.most_qualities.data();
  float* __restrict const bounds = out.data();
  if (std::popcount(children.among) <= kFew) {
    for (std::uint64_t rest = children.among; rest != 0; rest &= rest - 1) {
      const int lane = std::countr_zero(rest);
      bounds[lane] = bound(of, chords[lane], qualities[lane]);
    }
    return;
  }
  for (int lane = 0; lane < 64; ++lane) bounds[lane] = bound(of, chords[lane], qualities[lane]);
}

}  // namespace nearme
