#include "gazetteer/kd_tree.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace nearme {
namespace {

/// Points all over the globe, with some at the poles, at the antimeridian and on top of one another.
LatLon random_point(std::mt19937& random) {
  const double lat = static_cast<int>(random() % 1801) / 10.0 - 90;
  const double lon = static_cast<int>(random() % 3601) / 10.0 - 180;
  switch (random() % 6) {
    case 0:
      return *LatLon::make({.lat = lat < 0 ? -90.0 : 90.0, .lon = lon});
    case 1:
      return *LatLon::make({.lat = lat, .lon = lon < 0 ? -179.9999 : 179.9999});
    case 2:
      return *LatLon::make({.lat = 53.8, .lon = -1.5});
    default:
      return *LatLon::make({.lat = lat, .lon = lon});
  }
}

std::vector<LatLon> in_kd_order(const std::vector<LatLon>& points) {
  std::vector<LatLon> ordered;
  for (const auto number : kd_order(points)) ordered.push_back(points[number]);
  return ordered;
}

double slow_nearest_chord(LatLon from, const std::vector<LatLon>& points) {
  double nearest = 5;
  for (const auto point : points) {
    nearest = std::min(nearest, chord_squared(to_unit_vector(from), to_unit_vector(point)));
  }
  return nearest;
}

TEST(KdTree, WithoutPointsHasNoNearest) {
  const auto none = [](std::size_t) { return *LatLon::make({}); };
  EXPECT_FALSE(kd_nearest(*LatLon::make({.lat = 1, .lon = 2}), 0, none));
  EXPECT_TRUE(kd_order({}).empty());
}

TEST(KdTree, AmongEqualPointsTheFirstPlaceIsNearest) {
  const auto same = [](std::size_t) { return *LatLon::make({.lat = 3, .lon = 4}); };
  EXPECT_EQ(kd_nearest(*LatLon::make({.lat = 1, .lon = 2}), 9, same), 0U);
}

TEST(KdTree, TheOrderHoldsEveryPointOnce) {
  std::mt19937 random(1);
  std::vector<LatLon> points;
  for (int i = 0; i < 300; ++i) points.push_back(random_point(random));
  auto order = kd_order(points);
  std::ranges::sort(order);
  for (std::uint32_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], i);
}

TEST(KdTree, TheNearestIsAsNearAsALookAtAllPointsSays) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    std::vector<LatLon> points;
    for (auto count = random() % 200 + 1; count > 0; --count) points.push_back(random_point(random));
    const auto ordered = in_kd_order(points);
    const auto from = random_point(random);
    const auto found = kd_nearest(from, ordered.size(), [&](std::size_t place) { return ordered[place]; });
    ASSERT_TRUE(found) << "seed " << seed;
    EXPECT_EQ(chord_squared(to_unit_vector(from), to_unit_vector(ordered[*found])), slow_nearest_chord(from, points))
        << "seed " << seed;
  }
}

}  // namespace
}  // namespace nearme
