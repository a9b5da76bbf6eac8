#pragma once

#include <array>

#include "geo/lat_lon.hpp"

namespace nearme {

/// A box between two meridians and two parallels, edges included. When west is greater than east it crosses the
/// antimeridian. Always valid: south is not above north.
class GeoBox {
 public:
  /// In the order of GeoJSON: west, south, east, north, in degrees. Errors: invalid_input, naming the edge.
  [[nodiscard]] static Result<GeoBox> make(std::array<double, 4> west_south_east_north);

  [[nodiscard]] bool contains(LatLon position) const;
  [[nodiscard]] bool crosses_antimeridian() const { return west_e7_ > east_e7_; }
  [[nodiscard]] LatLon centre() const;

  /// The edges in ten-millionths of a degree.
  [[nodiscard]] std::int32_t west_e7() const { return west_e7_; }
  [[nodiscard]] std::int32_t south_e7() const { return south_e7_; }
  [[nodiscard]] std::int32_t east_e7() const { return east_e7_; }
  [[nodiscard]] std::int32_t north_e7() const { return north_e7_; }

 private:
  GeoBox() = default;

  std::int32_t west_e7_ = 0;
  std::int32_t south_e7_ = 0;
  std::int32_t east_e7_ = 0;
  std::int32_t north_e7_ = 0;
};

}  // namespace nearme
