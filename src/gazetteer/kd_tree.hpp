#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "geo/distance.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// A k-d tree (Bentley, 1975) that is nothing but an order of points: the root is the middle one, what has a smaller x
/// on the unit sphere stands before it, the rest behind; both halves are trees by y, theirs by z, and so on in turn. As
/// it lies on the sphere it knows no antimeridian and no poles.

/// The order: element i is the number of the point that comes at place i. The same for the same points, always.
std::vector<std::uint32_t> kd_order(std::span<const LatLon> points);

/// The place of the point nearest to `position` among `size` points in that order; the earlier place among equals. None
/// when there are no points. Cost: O(log size) calls of `point_at` as a rule.
std::optional<std::size_t> kd_nearest(LatLon position, std::size_t size,
                                      const std::function<LatLon(std::size_t place)>& point_at);

}  // namespace nearme
