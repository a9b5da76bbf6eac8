#include "intake/centre.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

void expect_at(const ShapeCentre& shape, double lat, double lon) {
  const auto centre = shape.centre();
  ASSERT_TRUE(centre);
  EXPECT_NEAR(centre->lat, lat, 1e-9);
  EXPECT_NEAR(centre->lon, lon, 1e-9);
}

std::vector<Degrees> square(double south, double west, double size) {
  return {{.lat = south, .lon = west},
          {.lat = south, .lon = west + size},
          {.lat = south + size, .lon = west + size},
          {.lat = south + size, .lon = west},
          {.lat = south, .lon = west}};
}

TEST(ShapeCentre, OfNothingThereIsNone) {
  ShapeCentre shape;
  shape.add_ring({}, ShapeCentre::Ring::outer);
  EXPECT_FALSE(shape.centre());
}

TEST(ShapeCentre, OfPointsIsTheirMeanAndOfOnePointItself) {
  ShapeCentre shape;
  shape.add_point({.lat = 10, .lon = 20});
  expect_at(shape, 10, 20);
  shape.add_point({.lat = 12, .lon = 26});
  expect_at(shape, 11, 23);
}

TEST(ShapeCentre, OfARingGoesByAreaNotByItsPoints) {
  // Many points on one side do not pull the centre there.
  auto points = square(0, 0, 2);
  points.insert(points.begin() + 1, {{.lat = 0, .lon = 0.1}, {.lat = 0, .lon = 0.2}, {.lat = 0, .lon = 0.3}});
  ShapeCentre shape;
  shape.add_ring(points, ShapeCentre::Ring::outer);
  expect_at(shape, 1, 1);
}

TEST(ShapeCentre, WindingDoesNotMatter) {
  auto points = square(50, 8, 1);
  std::reverse(points.begin(), points.end());
  ShapeCentre shape;
  shape.add_ring(points, ShapeCentre::Ring::outer);
  expect_at(shape, 50.5, 8.5);
}

TEST(ShapeCentre, AHolePushesTheCentreAway) {
  ShapeCentre shape;
  shape.add_ring(square(0, 0, 4), ShapeCentre::Ring::outer);
  shape.add_ring(square(0, 0, 2), ShapeCentre::Ring::hole);
  expect_at(shape, (16 * 2.0 - 4 * 1.0) / 12, (16 * 2.0 - 4 * 1.0) / 12);
}

TEST(ShapeCentre, ALineThatIsClosedHasTheMeanOfItsPoints) {
  ShapeCentre shape;
  const std::vector<Degrees> line{{.lat = 1, .lon = 1}, {.lat = 1, .lon = 3}, {.lat = 1, .lon = 2}};
  shape.add_ring(line, ShapeCentre::Ring::outer);
  expect_at(shape, 1, 2);
}

TEST(ShapeCentre, TheAntimeridianDividesNothing) {
  ShapeCentre shape;
  shape.add_point({.lat = -17, .lon = 179});
  shape.add_point({.lat = -17, .lon = -178});
  expect_at(shape, -17, -179.5);
}

}  // namespace
}  // namespace nearme
