#pragma once

#include <span>

#include "index/walk/walk.hpp"

namespace nearme {

/// An upper bound of the score of `sort=best` as a function of distance and static quality alone: what is the same for
/// every node of a walk.
struct BestBounds {
  float nearness = 0;           ///< what being there is worth
  float nears_in_a_chord = 0;   ///< how many of the distances that count as near a chord of 1 is long
  float worth_of_quality = 0;   ///< what a quality of 1 adds at most ...
  float most_from_quality = 0;  ///< ... but no more than this
  float whatever_else = 0;      ///< all other terms at their greatest
};

/// The bound for each child that is asked for, never too small. A great circle is longer than its chord, so that the
/// chord bounds it: at 1,000 km by a thousandth.
void write_best_bounds(const BestBounds& terms, const BoundedChildren& children, std::span<float, 64> out);

}  // namespace nearme
