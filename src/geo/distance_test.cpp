#include "geo/distance.hpp"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace nearme {
namespace {

LatLon at(double lat, double lon) { return *LatLon::make({.lat = lat, .lon = lon}); }

TEST(Distance, FromAPointToItselfIsNothing) { EXPECT_EQ(distance(at(53.8, -1.5), at(53.8, -1.5)).count(), 0); }

TEST(Distance, ToTheAntipodeIsHalfTheGlobe) {
  EXPECT_NEAR(distance(at(0, 0), at(0, 180)).count(), std::numbers::pi * kEarthRadiusMetres, 1);
  EXPECT_NEAR(distance(at(90, 0), at(-90, 77)).count(), std::numbers::pi * kEarthRadiusMetres, 1);
}

TEST(Distance, IsShortAcrossTheAntimeridian) { EXPECT_LT(distance(at(0, 179.999), at(0, -179.999)).count(), 223); }

TEST(Distance, AllLongitudesMeetAtThePole) { EXPECT_NEAR(distance(at(90, 0), at(90, 123)).count(), 0, 1e-6); }

TEST(Distance, LeedsToYorkIsAsTheMapSays) {
  EXPECT_NEAR(distance(at(53.79648, -1.54785), at(53.95763, -1.08271)).kilometres(), 35.4, 0.2);
}

TEST(Distance, ChordAndMetresAreEachOthersInverse) {
  for (const double metres : {0.0, 0.5, 1000.0, 25'000.0, 5e6, 2e7}) {
    EXPECT_NEAR(to_metres(to_chord_squared(Metres{metres})).count(), metres, 1e-6 * (1 + metres));
  }
}

TEST(CompassDirection, PointsAlongTheShortWay) {
  EXPECT_EQ(compass_direction(at(0, 0), at(1, 0)), "N");
  EXPECT_EQ(compass_direction(at(0, 0), at(1, 1)), "NE");
  EXPECT_EQ(compass_direction(at(0, 0), at(-1, -1)), "SW");
  EXPECT_EQ(compass_direction(at(0, 179.9), at(0, -179.9)), "E");
  EXPECT_EQ(compass_direction(at(5, 5), at(5, 5)), "");
}

}  // namespace
}  // namespace nearme
