#pragma once

#include <cstddef>
#include <cstdint>

#include "geo/geo_box.hpp"
#include "index/tree/box_tree.hpp"

namespace nearme {

/// A box of longitudes and latitudes as a region of the unit sphere, against which boxes of the tree can be held.
///
/// It is what lies between two planes across the axis (the parallels) and two half-planes that end in the axis (the
/// meridians): a wedge when the box is at most half a turn wide, else all but a wedge. Two bounds of a linear function
/// decide; the antimeridian is no special case. Answers leave six metres of room for rounding.
class BoxRegion {
 public:
  explicit BoxRegion(const GeoBox& box);

  /// A bit for each child that may hold a point of the region: never one too few.
  [[nodiscard]] std::uint64_t may_meet(const ChildBounds& children) const;

  /// A bit for each child that lies wholly within: never one too many.
  [[nodiscard]] std::uint64_t covers(const ChildBounds& children) const;

 private:
  /// Which side of a meridian is within: the points with x*p.x + y*p.y >= 0.
  struct HalfPlane {
    float x = 0;
    float y = 0;
  };

  struct Lanes;
  /// How deep within the region a child can be, with the greatest value of a linear function over its box as `Extreme`,
  /// or is in all its parts, with the least.
  template <class Extreme>
  [[nodiscard]] float depth(const Lanes& children, std::size_t lane) const;
  /// A bit for each child that is so deep or deeper.
  template <class Extreme>
  [[nodiscard]] std::uint64_t children_of_depth(float least_depth, const Lanes& children) const;

  HalfPlane east_of_west_;
  HalfPlane west_of_east_;
  bool is_wedge_ = true;  ///< within both half-planes; else within either
  float least_z_ = 0;
  float greatest_z_ = 0;
};

}  // namespace nearme
