#include "geo/lat_lon.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(LatLon, TheTwoNamesOfTheAntimeridianAreOnePoint) {
  EXPECT_EQ(*LatLon::make({.lat = 10, .lon = 180}), *LatLon::make({.lat = 10, .lon = -180}));
}

TEST(LatLon, RefusesWhatIsNotOnTheGlobe) {
  for (const double bad : {90.1, -90.1, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_FALSE(LatLon::make({.lat = bad, .lon = 0})) << bad;
  }
  for (const double bad : {180.1, -181.0, std::nan("")}) EXPECT_FALSE(LatLon::make({.lat = 0, .lon = bad})) << bad;
}

TEST(LatLon, SaysWhenThePairLooksSwapped) {
  EXPECT_NE(LatLon::make({.lat = 151.2, .lon = -33.8}).error().message.find("swapped"), std::string::npos);
  EXPECT_EQ(LatLon::make({.lat = 200, .lon = -33.8}).error().message.find("swapped"), std::string::npos);
}

TEST(LatLon, StoredAndReadBackIsTheSamePosition) {
  const auto leeds = *LatLon::make({.lat = 53.7964321, .lon = -1.5478765});
  EXPECT_EQ(*LatLon::from_e7(leeds.lat_e7(), leeds.lon_e7()), leeds);
  EXPECT_EQ(LatLon::from_e7(900000001, 0).error().kind, ErrorKind::corrupt);
  EXPECT_EQ(LatLon::from_e7(0, 1800000000).error().kind, ErrorKind::corrupt);
}

}  // namespace
}  // namespace nearme
