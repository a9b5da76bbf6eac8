#pragma once

#include <cstdint>
#include <vector>

#include "gazetteer/compile/places.hpp"
#include "geo/distance.hpp"
#include "geo/metres.hpp"

namespace nearme {

/// Where an area's localities lie: those of the areas inside it included.
struct AreaExtent {
  UnitVector middle;  ///< of its people
  Metres radius;      ///< a circle of this size holds nearly all localities; 0: there are none
  std::uint32_t population = 0;
};

/// The position of a point of the globe, of whatever length; 0, 0 for the globe's middle.
LatLon to_position(const UnitVector& point);

/// The extents of all areas, in their order.
std::vector<AreaExtent> extents_of_areas(const Places& places);

}  // namespace nearme
