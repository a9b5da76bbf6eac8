#pragma once

#include <string_view>

#include "geo/lat_lon.hpp"
#include "geo/metres.hpp"

namespace nearme {

/// The radius of the sphere on which nearme measures: the mean radius of WGS84, R1 of IUGG (Moritz, 2000).
/// Great-circle distances on it differ from those on the ellipsoid by at most 0.56 %.
constexpr double kEarthRadiusMetres = 6'371'008.8;

/// A point of the unit sphere. Distances between such points are chords: straight lines through the globe, which grow
/// with the great-circle distance, so that comparing them needs no trigonometry.
struct UnitVector {
  double x = 0;
  double y = 0;
  double z = 0;
};

UnitVector to_unit_vector(LatLon position);

/// The square of the chord between two points, from 0 to 4.
double chord_squared(const UnitVector& a, const UnitVector& b);

/// The chord, squared, that belongs to a great-circle distance. Half the globe and more is 4.
double to_chord_squared(Metres distance);

/// The great-circle distance that belongs to a chord, squared.
Metres to_metres(double chord_squared);

/// Great-circle distance, by way of the chord: accurate for neighbours and for antipodes alike.
Metres distance(LatLon from, LatLon to);

/// The compass direction in which a straight way to `to` starts: N, NE, E, SE, S, SW, W, NW; empty at the same point.
std::string_view compass_direction(LatLon from, LatLon to);

}  // namespace nearme
