#pragma once

#include <optional>
#include <span>
#include <vector>

#include "geo/lat_lon.hpp"

namespace nearme {

/// Finds the one point that stands for a shape: the centroid by area of its rings, or where they enclose nothing, the
/// mean of its points. Reckoned on the plane of degrees, which is near enough for shapes of a few kilometres;
/// longitudes are taken the short way round from the first point, so that the antimeridian divides nothing.
class ShapeCentre {
 public:
  enum class Ring : std::uint8_t { outer, hole };

  void add_point(Degrees point);

  /// Either winding will do; whether the last point repeats the first does not matter.
  void add_ring(std::span<const Degrees> points, Ring ring);

  /// None when nothing was added.
  [[nodiscard]] std::optional<Degrees> centre() const;

 private:
  struct Offset {
    double x = 0;
    double y = 0;
  };
  Offset offset_of(Degrees point);
  [[nodiscard]] Degrees at(Offset offset) const;

  std::optional<Degrees> origin_;
  double points_ = 0;
  Offset point_sum_;
  double area_ = 0;
  Offset area_sum_;
};

}  // namespace nearme
