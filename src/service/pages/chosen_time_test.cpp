#include "service/pages/chosen_time.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

Instant moment(const char* text, const char* zone) { return moment_of(*read_chosen_time(text), zone); }

TEST(ChosenTime, WhatIsNoTimeIsNone) {
  for (const auto* wrong : {"", "now", "2026-11-28", "2026-13-28T18:00", "2026-11-28T24:00", "2026-11-28T18:60",
                            "2026-11-28T18:00:00", "2026-11-28T-1:00", "2026-11-28 18:00"}) {
    EXPECT_FALSE(read_chosen_time(wrong)) << wrong;
  }
}

TEST(ChosenTime, ItIsTheClockOfThePlace) {
  EXPECT_EQ(moment("2026-07-01T18:00", "Europe/London"), *parse_instant("2026-07-01T17:00:00Z"));
  EXPECT_EQ(moment("2026-07-01T18:00", "Asia/Kolkata"), *parse_instant("2026-07-01T12:30:00Z"));
  EXPECT_EQ(moment("2026-07-01T18:00", "No/Where"), *parse_instant("2026-07-01T18:00:00Z"));
}

TEST(ChosenTime, AfterTheClocksChangeItIsTheNewTime) {
  EXPECT_EQ(moment("2026-10-25T00:30", "Europe/London"), *parse_instant("2026-10-24T23:30:00Z"));
  EXPECT_EQ(moment("2026-10-25T03:00", "Europe/London"), *parse_instant("2026-10-25T03:00:00Z"));
  EXPECT_EQ(moment("2026-03-29T03:00", "Europe/London"), *parse_instant("2026-03-29T02:00:00Z"));
}

TEST(ChosenTime, ItIsSaidWithItsDay) {
  EXPECT_EQ(chosen_time_words(english(), *read_chosen_time("2026-11-28T18:00")),
            "open at 18:00 on Saturday, 28 November");
}

}  // namespace
}  // namespace nearme
