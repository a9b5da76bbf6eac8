#include "index/walk/waiting_children.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace nearme {
namespace {

/// Takes all, and checks that bounds are never too small and never rise.
std::vector<int> take_all(WaitingChildren waiting, const std::array<float, 64>& bounds) {
  std::vector<int> taken;
  float before = std::numeric_limits<float>::infinity();
  while (!waiting.empty()) {
    const float bound = waiting.bound();
    EXPECT_LE(bound, before);
    before = bound;
    taken.push_back(waiting.take());
    const float own = bounds[static_cast<std::size_t>(taken.back())];
    EXPECT_GE(bound, own);
    EXPECT_LE(bound - own, std::abs(own) * 1e-5F + 1e-40F);
  }
  return taken;
}

TEST(WaitingChildren, OfNoneAreNone) { EXPECT_TRUE(WaitingChildren(std::array<float, 64>{}, 0).empty()); }

TEST(WaitingChildren, AreHandedOutOnceEachAndNoOthers) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 200; ++round) {
    std::array<float, 64> bounds;
    for (float& bound : bounds) bound = std::uniform_real_distribution(-4.0F, 4.0F)(random);
    const std::uint64_t among = random() & random();
    std::uint64_t taken = 0;
    for (const int child : take_all(WaitingChildren(bounds, among), bounds)) {
      EXPECT_EQ(taken >> child & 1, 0U);
      taken |= std::uint64_t{1} << child;
    }
    EXPECT_EQ(taken, among);
  }
}

TEST(WaitingChildren, KeepZeroTinyAndEqualBounds) {
  std::array<float, 64> bounds{};
  bounds[7] = std::numeric_limits<float>::denorm_min();
  bounds[9] = -std::numeric_limits<float>::denorm_min();
  bounds[63] = -0.0F;
  EXPECT_EQ(take_all(WaitingChildren(bounds, ~std::uint64_t{0}), bounds).size(), 64U);
}

TEST(WaitingChildren, OfABoundWithoutEndHaveAFiniteOne) {
  std::array<float, 64> bounds{};
  bounds[5] = std::numeric_limits<float>::infinity();
  WaitingChildren waiting(bounds, 1U << 5 | 1U << 6);
  EXPECT_GE(waiting.bound(), std::numeric_limits<float>::max());
  EXPECT_EQ(waiting.take(), 5);
  EXPECT_EQ(waiting.take(), 6);
}

}  // namespace
}  // namespace nearme
