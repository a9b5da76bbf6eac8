#pragma once

#include <cstdint>
#include <vector>

#include "geo/lat_lon.hpp"
#include "world/zipf.hpp"

namespace nearme {

/// Where the people of a made-up world live: 20,000 centres in a few hundred regions all over the globe, the first of
/// them large, most small. A city spreads the further the more it weighs; a few people live far out.
class Cities {
 public:
  explicit Cities(std::uint64_t seed);

  /// A place where somebody lives or works, and the number of the city that it belongs to.
  struct Spot {
    LatLon position;
    std::uint32_t city = 0;
  };
  [[nodiscard]] Spot draw(Dice& dice) const;

  static constexpr std::uint32_t kCount = 20'000;

 private:
  struct City {
    double lat = 0;
    double lon = 0;
    double spread_km = 0;
  };

  Zipf sizes_;
  std::vector<City> cities_;  ///< largest first
};

}  // namespace nearme
