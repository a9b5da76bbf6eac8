#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "world/dice.hpp"

namespace nearme {

/// Ranks from 0 that are drawn as Zipf and Mandelbrot have it: rank r with a weight of 1 / (r + 1 + offset). A larger
/// offset makes the first ones more alike. Cost of a draw: a search by halves.
class Zipf {
 public:
  Zipf(std::uint32_t count, double offset) : sums_(count) {
    double sum = 0;
    for (std::uint32_t rank = 0; rank < count; ++rank) sums_[rank] = sum += 1 / (rank + 1 + offset);
  }

  [[nodiscard]] std::uint32_t draw(Dice& dice) const {
    const auto found = std::ranges::upper_bound(sums_, dice.fraction() * sums_.back());
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(found - sums_.begin(), std::ssize(sums_) - 1));
  }

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(sums_.size()); }

 private:
  std::vector<double> sums_;  ///< of the weights up to and with each rank
};

}  // namespace nearme
