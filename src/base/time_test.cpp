#include "base/time.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Time, AnOffsetNamesTheSameMomentAsItsUtc) {
  EXPECT_EQ(parse_instant("2026-11-22T18:00:00+01:00"), parse_instant("2026-11-22T17:00:00Z"));
  EXPECT_EQ(parse_instant("2026-11-22T18:00-05:00"), parse_instant("2026-11-22 23:00:00.123Z"));
}

TEST(Time, ABareDateIsItsMidnight) { EXPECT_EQ(parse_instant("2026-02-28"), parse_instant("2026-02-28T00:00:00Z")); }

TEST(Time, WritingAndReadingGiveTheSameMoment) {
  for (const auto* text : {"1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "1969-12-31T23:59:59Z"}) {
    EXPECT_EQ(format_instant(*parse_instant(text)), text);
  }
}

TEST(Time, WhatIsNoMomentIsRefusedWithTheText) {
  for (const auto* text : {"", "now", "2026-13-01", "2026-02-30", "2026-11-22T", "2026-11-22T25:00Z",
                           "2026-11-22T18:00:00+1", "2026-11-22T18:00:00Zulu", "22/11/2026"}) {
    const auto instant = parse_instant(text);
    ASSERT_FALSE(instant) << text;
    EXPECT_NE(instant.error().message.find(text), std::string::npos);
  }
}

TEST(Time, ADateWithAnythingBehindItIsNoDate) {
  EXPECT_TRUE(parse_date("2026-11-22"));
  EXPECT_FALSE(parse_date("2026-11-22T00:00"));
}

}  // namespace
}  // namespace nearme
