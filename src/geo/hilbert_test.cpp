#include "geo/hilbert.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Hilbert, CornersOfTheWorldHaveKeys) {
  EXPECT_EQ(hilbert_key(*LatLon::make({.lat = -90, .lon = -180})), 0U);
  EXPECT_NE(hilbert_key(*LatLon::make({.lat = 90, .lon = 179.9999999})),
            hilbert_key(*LatLon::make({.lat = 90, .lon = -180})));
}

TEST(Hilbert, AWalkAlongTheCurveGoesFromCellToNeighbouringCell) {
  struct Cell {
    std::uint64_t key;
    int x;
    int y;
  };
  constexpr int kSide = 32;
  std::vector<Cell> cells;
  for (int x = 0; x < kSide; ++x) {
    for (int y = 0; y < kSide; ++y) {
      const double lon = -180 + (x + 0.5) * 360 / kSide;
      const double lat = -90 + (y + 0.5) * 180 / kSide;
      cells.push_back({hilbert_key(*LatLon::make({.lat = lat, .lon = lon})), x, y});
    }
  }
  std::ranges::sort(cells, {}, &Cell::key);
  for (std::size_t i = 1; i < cells.size(); ++i) {
    EXPECT_EQ(std::abs(cells[i].x - cells[i - 1].x) + std::abs(cells[i].y - cells[i - 1].y), 1) << "step " << i;
  }
}

}  // namespace
}  // namespace nearme
