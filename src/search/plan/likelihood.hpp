#pragma once

#include <optional>

#include "geo/lat_lon.hpp"
#include "geo/metres.hpp"
#include "index/live/live_index.hpp"

namespace nearme {

/// How likely a place is meant, among others of its name: three terms that add up. The asker's position weighs most,
/// then where the sites of the directory are, then how many people live there; each in steps of about ten times as many
/// people, so that a hamlet next door is not taken for the city that everybody means.
///
///   people     log10 of their number, 2 at least: 2 to 7.5
///   asker      4 within 30 km, 3 within 100 km, 1.5 within 300 km
///   coverage   3 with a site within 25 km, up to 1 more by how many; 2.25 within 100 km, 2 within 400 km, 1 within
///              1,500 km
struct LikelihoodQuestion {
  const LiveIndex& index;
  std::optional<LatLon> asker;

  /// `extent` is the radius of an area, 0 of a point: what lies inside is at no distance.
  [[nodiscard]] double likelihood(LatLon position, double people, Metres extent) const;
  [[nodiscard]] double coverage(LatLon position, Metres extent) const;
};

}  // namespace nearme
