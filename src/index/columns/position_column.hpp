#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/lat_lon.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// Where each site stands, in ten-millionths of a degree: the truth that every distance is decided by. A view over an
/// image's bytes.
class PositionColumn {
 public:
  /// Errors: corrupt, when one is missing or not on the globe.
  [[nodiscard]] static Result<PositionColumn> open(std::span<const std::byte> bytes, std::uint32_t sites);

  /// Has the processor fetch where a site stands.
  void prefetch(SitePosition site) const { __builtin_prefetch(lat_lon_e7_.data() + 2 * std::size_t{to_number(site)}); }

  [[nodiscard]] LatLon operator[](SitePosition site) const {
    const std::size_t number = to_number(site);
    return LatLon::from_checked_e7(lat_lon_e7_[2 * number], lat_lon_e7_[2 * number + 1]);
  }

 private:
  std::span<const std::int32_t> lat_lon_e7_;
};

std::vector<std::byte> build_position_column(std::span<const LatLon> positions);

}  // namespace nearme
