#include "service/folding.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Date kToday{2026y, November, 22d};
constexpr FoldTiming kLongAfter{.today = kToday, .since_last = 24h, .last_took = 10s};

bool is_due_with(const Freshness& freshness, const FoldTiming& timing = kLongAfter) {
  return is_due(FoldPolicy{}, freshness, timing);
}

TEST(Fold, NothingIsDueWhileNothingHasChanged) { EXPECT_FALSE(is_due_with({.day = kToday, .changes = 0, .age = 24h})); }

TEST(Fold, IsDueWithoutAnImageAndOnAnotherDay) {
  EXPECT_TRUE(is_due_with({}));
  EXPECT_TRUE(is_due_with({.day = Date{2026y, November, 21d}}));
}

TEST(Fold, IsDueWhenChangesAreManyOrOld) {
  EXPECT_FALSE(is_due_with({.day = kToday, .changes = 49'999, .age = 599s}));
  EXPECT_TRUE(is_due_with({.day = kToday, .changes = 50'000, .age = 1s}));
  EXPECT_TRUE(is_due_with({.day = kToday, .changes = 1, .age = 600s}));
}

TEST(Fold, ForAgeAloneTheMachineIsLeftInPeaceForAWhile) {
  const FoldTiming soon_after{.today = kToday, .since_last = 1000s, .last_took = 180s};
  EXPECT_FALSE(is_due_with({.day = kToday, .changes = 1, .age = 600s}, soon_after));
  EXPECT_TRUE(is_due_with({.day = kToday, .changes = 50'000, .age = 600s}, soon_after));
}

TEST(Fold, OfALongLogWaitsForWhoMadeIt) {
  EXPECT_FALSE(is_due_with({.day = kToday, .age = 29s, .is_far_behind = true}));
  EXPECT_TRUE(is_due_with({.day = kToday, .age = 30s, .is_far_behind = true}));
}

}  // namespace
}  // namespace nearme
