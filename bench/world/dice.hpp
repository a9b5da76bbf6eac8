#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace nearme {

/// Seeded random numbers that are the same on every machine, unlike those of the standard library's distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  /// Evenly in [0, 1).
  double fraction() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

  double between(double low, double high) { return low + (high - low) * fraction(); }

  /// Evenly in [0, count).
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(fraction() * count); }

  /// True so often: 0.3 is three times in ten.
  bool falls(double chance) { return fraction() < chance; }

  /// Of the normal distribution with mean 0 and deviation 1.
  double normal() {
    const double length = std::sqrt(-2 * std::log(1 - fraction()));
    return length * std::cos(2 * std::numbers::pi * fraction());
  }

  /// Of the exponential distribution with mean 1: mostly small, at times much larger.
  double exponential() { return -std::log(1 - fraction()); }

 private:
  std::mt19937_64 random_;
};

}  // namespace nearme
