#include "index/tree/chord_kernels.hpp"

#include <array>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(LanesAtMost, HasABitForEachLaneThatHoldsNoMore) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 1000; ++round) {
    std::array<float, 64> lanes;
    for (float& lane : lanes) lane = static_cast<float>(random() % 9);
    const auto most = static_cast<float>(random() % 9);
    const std::uint64_t bits = lanes_at_most(lanes, most);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
      ASSERT_EQ((bits >> lane & 1) != 0, lanes[lane] <= most) << "lane " << lane << " of round " << round;
  }
}

TEST(LanesAtMost, LeavesOutWhatIsNoNumber) {
  std::array<float, 64> lanes{};
  lanes[63] = std::nanf("");
  EXPECT_EQ(lanes_at_most(lanes, 0), ~std::uint64_t{0} >> 1);
}

TEST(RoundDown, LeavesNoFloatBetweenItAndTheValue) {
  const double value = 0.1;
  EXPECT_LE(static_cast<double>(round_down(value)), value);
  EXPECT_GT(static_cast<double>(std::nextafterf(round_down(value), 1.0F)), value);
  EXPECT_EQ(round_down(0.5), 0.5F);
}

}  // namespace
}  // namespace nearme
