#pragma once

#include <cstdint>

#include "base/result.hpp"

namespace nearme {

/// Degrees as somebody wrote them; nothing is checked yet. Written with names: `{.lat = 53.8, .lon = -1.55}`.
struct Degrees {
  double lat = 0;
  double lon = 0;
};

/// A position on the globe (WGS84), always valid: latitude in [-90, 90], longitude in [-180, 180).
///
/// Held as whole ten-millionths of a degree, 1.1 cm at the equator, so that what is stored, sent and compared is the
/// same number everywhere. Longitude 180 is kept as -180: one meridian, one name.
class LatLon {
 public:
  /// Errors: invalid_input for NaN or a value out of range, with the value; a pair that would be right the other way
  /// round says so.
  [[nodiscard]] static Result<LatLon> make(Degrees degrees);

  /// From stored ten-millionths. Errors: corrupt when out of range.
  [[nodiscard]] static Result<LatLon> from_e7(std::int32_t lat_e7, std::int32_t lon_e7);

  /// The same of numbers that `from_e7` has let pass before.
  [[nodiscard]] static LatLon from_checked_e7(std::int32_t lat_e7, std::int32_t lon_e7) { return {lat_e7, lon_e7}; }

  [[nodiscard]] double lat() const { return lat_e7_ / 1e7; }
  [[nodiscard]] double lon() const { return lon_e7_ / 1e7; }
  [[nodiscard]] std::int32_t lat_e7() const { return lat_e7_; }
  [[nodiscard]] std::int32_t lon_e7() const { return lon_e7_; }

  friend bool operator==(LatLon, LatLon) = default;

 private:
  LatLon(std::int32_t lat_e7, std::int32_t lon_e7) : lat_e7_(lat_e7), lon_e7_(lon_e7) {}

  std::int32_t lat_e7_;
  std::int32_t lon_e7_;
};

}  // namespace nearme
