#include "world/cities.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nearme {
namespace {

constexpr std::uint32_t kRegions = 300;
constexpr double kRegionSpread = 3.5;  ///< degrees
/// With it the largest city has 0.7 % of everybody.
constexpr double kSizeOffset = 20;
constexpr double kLeastSpread = 1.5;  ///< kilometres, as the next
constexpr double kMostSpread = 18;
constexpr double kOutskirts = 0.05;
constexpr double kOutskirtsSpread = 60;
constexpr double kKilometresPerDegree = 111.2;

LatLon clamp_to_globe(double lat, double lon) {
  const double turned = lon - 360 * std::floor((lon + 180) / 360);
  return *LatLon::make({.lat = std::clamp(lat, -90.0, 90.0), .lon = std::clamp(turned, -180.0, 180.0)});
}

}  // namespace

Cities::Cities(std::uint64_t seed) : sizes_(kCount, kSizeOffset) {
  Dice dice(seed);
  std::vector<City> regions(kRegions);
  for (City& region : regions) region = {.lat = dice.between(-45, 62), .lon = dice.between(-180, 180)};
  for (std::uint32_t rank = 0; rank < kCount; ++rank) {
    const City& region = regions[dice.below(kRegions)];
    const double share = (1 + kSizeOffset) / (rank + 1 + kSizeOffset);
    cities_.push_back({.lat = region.lat + kRegionSpread * dice.normal(),
                       .lon = region.lon + kRegionSpread * dice.normal(),
                       .spread_km = kLeastSpread + kMostSpread * std::sqrt(share)});
  }
}

Cities::Spot Cities::draw(Dice& dice) const {
  const std::uint32_t number = sizes_.draw(dice);
  const City& city = cities_[number];
  const double spread = dice.falls(kOutskirts) ? kOutskirtsSpread : city.spread_km;
  const double degrees = spread * dice.exponential() / kKilometresPerDegree;
  const double direction = dice.between(0, 2 * std::numbers::pi);
  const double narrowing = std::cos(city.lat * std::numbers::pi / 180);
  return {.position = clamp_to_globe(city.lat + degrees * std::sin(direction),
                                     city.lon + degrees * std::cos(direction) / narrowing),
          .city = number};
}

}  // namespace nearme
