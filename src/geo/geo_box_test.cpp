#include "geo/geo_box.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace nearme {
namespace {

LatLon at(double lat, double lon) { return *LatLon::make({.lat = lat, .lon = lon}); }

TEST(GeoBox, ABoxOfOnePointContainsIt) { EXPECT_TRUE(GeoBox::make({5, 5, 5, 5})->contains(at(5, 5))); }

TEST(GeoBox, CrossesTheAntimeridianWhenWestIsGreaterThanEast) {
  const auto fiji = *GeoBox::make({177, -20, -178, -15});
  EXPECT_TRUE(fiji.contains(at(-17, 179)));
  EXPECT_TRUE(fiji.contains(at(-17, -179)));
  EXPECT_FALSE(fiji.contains(at(-17, 0)));
  EXPECT_NEAR(fiji.centre().lon(), 179.5, 1e-6);
}

TEST(GeoBox, TheWholeWorldContainsTheAntimeridian) {
  const auto world = *GeoBox::make({-180, -90, 180, 90});
  EXPECT_TRUE(world.contains(at(0, 180)));
  EXPECT_TRUE(GeoBox::make({170, -90, 180, 90})->contains(at(0, 180)));
  EXPECT_TRUE(world.contains(at(90, 0)));
}

TEST(GeoBox, RefusesSouthAboveNorthAndWhatIsNoDegree) {
  EXPECT_NE(GeoBox::make({0, 10, 1, 5}).error().message.find("above"), std::string::npos);
  EXPECT_EQ(GeoBox::make({0, std::nan(""), 1, 5}).error().parameter, "bbox");
  EXPECT_FALSE(GeoBox::make({-181, 0, 1, 5}));
}

}  // namespace
}  // namespace nearme
