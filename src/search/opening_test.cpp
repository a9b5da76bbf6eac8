#include "search/opening.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

constexpr Date november(unsigned day) {
  return Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{day}};
}

OpenWindow window(AskedDay day, Date today) { return window_of({.day = day}, today); }

TEST(Opening, AWeekdayIsTheNextOneTodayIncluded) {
  EXPECT_EQ(window(AskedDay::saturday, november(22)).first, november(28));  // from a Sunday
  EXPECT_EQ(window(AskedDay::saturday, november(28)).first, november(28));
  EXPECT_EQ(window(AskedDay::monday, november(28)).last, november(30));
}

TEST(Opening, TheWeekendIsBothDaysOfWhichTheFirstMayBeOver) {
  EXPECT_EQ(window(AskedDay::weekend, november(25)), (OpenWindow{.first = november(28), .last = november(29)}));
  EXPECT_EQ(window(AskedDay::weekend, november(28)), (OpenWindow{.first = november(28), .last = november(29)}));
  EXPECT_EQ(window(AskedDay::weekend, november(29)), (OpenWindow{.first = november(29), .last = november(29)}));
}

TEST(Opening, TomorrowCrossesTheEndOfAMonth) {
  EXPECT_EQ(format_date(window(AskedDay::tomorrow, november(30)).first), "2026-12-01");
}

TEST(Opening, NoDayIsAnyOfSeven) {
  const auto week = window(AskedDay::any, november(22));
  EXPECT_EQ(week.first, november(22));
  EXPECT_EQ(week.last, november(28));
}

}  // namespace
}  // namespace nearme
