#include "search/rank/best_bounds.hpp"

#include <cmath>

#include "index/run_time_dispatch.hpp"

// A straight-line loop over 64 lanes, which the compiler turns into vector code.
namespace nearme {
namespace {

/// More than a score up to 1.04 can be off by after a dozen roundings.
constexpr float kRounding = 4e-6F;

constexpr float lesser(float a, float b) { return a < b ? a : b; }

}  // namespace

NEARME_FOR_EACH_CPU void write_best_bounds(const BestBounds& terms, Lanes64 least_chords_squared,
                                           Lanes64 most_qualities, std::span<float, 64> out) {
  const BestBounds of = terms;
  const float* chords = least_chords_squared.data();
  const float* qualities = most_qualities.data();
  float* __restrict const bounds = out.data();
  for (int i = 0; i < 64; ++i) {
    const float nearness = of.nearness / (1 + of.nears_in_a_chord * std::sqrt(chords[i]));
    const float quality = lesser(of.most_from_quality, of.worth_of_quality * qualities[i]);
    bounds[i] = nearness + quality + of.whatever_else + kRounding;
  }
}

}  // namespace nearme
