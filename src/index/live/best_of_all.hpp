#pragma once

#include <functional>
#include <vector>

#include "index/live/live_index.hpp"
#include "index/walk/walk.hpp"

namespace nearme {

/// A result of a walk through one segment.
struct PlacedHit {
  PlacedSite place;
  Hit hit;
};

/// Whether `a` stands before `b`: the order in which the results of all segments stand.
using PlacedOrder = std::function<bool(const PlacedHit& a, const PlacedHit& b)>;

/// The nearest of one index.
std::vector<Hit> nearest(const Index& index, const UnitVector& from, const Filter& filter, std::size_t limit);

/// The order of `stands_before`, for hits of different segments.
bool stands_before(const LiveIndex& index, const PlacedHit& a, const PlacedHit& b);

/// The best of all segments: `walk` is called with each segment's number and gives its `limit` best, in order.
std::vector<PlacedHit> best_of_all(const LiveIndex& index, std::size_t limit,
                                   const std::function<std::vector<Hit>(std::size_t segment)>& walk);

/// The same in an order of its own, which is also that of each walk.
std::vector<PlacedHit> best_of_all(const LiveIndex& index, std::size_t limit,
                                   const std::function<std::vector<Hit>(std::size_t segment)>& walk,
                                   const PlacedOrder& order);

}  // namespace nearme
