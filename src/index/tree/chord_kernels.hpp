#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "geo/distance.hpp"

namespace nearme {

/// A point of the unit sphere between float32 neighbours: each coordinate rounded down and rounded up. Bounds taken
/// from both ends hold for the point itself.
struct RoundedPoint {
  std::array<float, 3> low;
  std::array<float, 3> high;
};

RoundedPoint round_both_ways(const UnitVector& point);

/// The greatest float32 that is not above `value`, and the least that is not below it.
float round_down(double value);
float round_up(double value);

/// 64 boxes beside each other, as the tree stores them: low x, low y, low z, high x, high y, high z, 64 floats each.
using BoxLanes = std::span<const float, 6 * 64>;
/// 64 points beside each other: x, y, z, 64 floats each, rounded to the nearest float32.
using PointLanes = std::span<const float, 3 * 64>;
using Lanes = std::span<float, 64>;

/// For each lane a lower bound of the squared chord, at most 8.
void least_to_boxes(BoxLanes boxes, const RoundedPoint& point, Lanes out);
void least_to_points(PointLanes points, const RoundedPoint& point, Lanes out);

/// The bound of one lane alone: for few of them, a quarter of the memory has to be read.
float least_to_point(PointLanes points, std::size_t lane, const RoundedPoint& point);
/// The same of one box.
float least_to_box(BoxLanes boxes, std::size_t lane, const RoundedPoint& point);

/// The same numbers below zero: the nearer, the greater.
void negate(std::span<const float, 64> chords, Lanes out);

/// A bit for each lane that holds `most` or less.
std::uint64_t lanes_at_most(std::span<const float, 64> lanes, float most);

/// For each lane an upper bound of the squared chord to anything in it.
void greatest_to_boxes(BoxLanes boxes, const RoundedPoint& point, Lanes out);
void greatest_to_points(PointLanes points, const RoundedPoint& point, Lanes out);

}  // namespace nearme
