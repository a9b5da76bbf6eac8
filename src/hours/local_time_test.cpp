#include "hours/local_time.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(LocalTime, FollowsTheOffsetOfTheSeason) {
  EXPECT_EQ(format_local(*parse_instant("2026-07-01T17:00:00Z"), "Europe/London"), "2026-07-01T18:00:00+01:00");
  EXPECT_EQ(format_local(*parse_instant("2026-12-01T17:00:00Z"), "Europe/London"), "2026-12-01T17:00:00+00:00");
}

TEST(LocalTime, KnowsOffsetsWestAndOfHalfHours) {
  EXPECT_EQ(format_local(*parse_instant("2026-12-01T02:00:00Z"), "America/St_Johns"), "2026-11-30T22:30:00-03:30");
}

TEST(LocalTime, AnUnknownZoneIsUtc) {
  EXPECT_EQ(format_local(*parse_instant("2026-12-01T17:00:00Z"), "Nowhere/Land"), "2026-12-01T17:00:00Z");
  EXPECT_EQ(format_local(*parse_instant("2026-12-01T17:00:00Z"), ""), "2026-12-01T17:00:00Z");
}

}  // namespace
}  // namespace nearme
