#pragma once

#include <cstdint>
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
  float match_and_rating = 0;   ///< these terms at their greatest
};

/// What is known of each site of a leaf, a bit each.
struct LeafEvidence {
  std::uint64_t offer_confirmed = 0;  ///< what is asked for
  std::uint64_t confirmed = 0;        ///< something of the site
  std::uint64_t declared = 0;
  std::uint64_t open = 0;  ///< for certain
};

/// The bound for each child that is asked for, never too small. A great circle is longer than its chord, so that the
/// chord bounds it: at 1,000 km by a thousandth.
void write_best_bounds(const BestBounds& terms, const BoundedChildren& children, std::span<float, 64> out);

/// A site as its leaf has it.
struct RoughSite {
  float least_chord_squared = 0;
  float quality = 0;
};

/// The bound of one site: child `child` of a leaf.
float best_bound(const BestBounds& terms, const LeafEvidence& evidence, int child, RoughSite site);

/// The same for all sites of a leaf, of which all but the exact distance and an unknown opening state is known: hardly
/// above the score.
void write_best_bounds(const BestBounds& terms, const LeafEvidence& evidence, const BoundedChildren& sites,
                       std::span<float, 64> out);

/// Those of the sites of a leaf whose evidence and opening state let them reach the score.
std::uint64_t promising_sites(const BestBounds& terms, const LeafEvidence& evidence, const LeafInReach& sites);

}  // namespace nearme
