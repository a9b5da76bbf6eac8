#include "hours/hours_text.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(RoundTheClock, StandsAloneAsItIsAndAmongRulesAsHours) {
  EXPECT_EQ(with_plain_round_the_clock(" 24/7 "), "24/7");
  EXPECT_EQ(with_plain_round_the_clock("24/7; Dec 25 off"), "00:00-24:00; Dec 25 off");
  EXPECT_EQ(with_plain_round_the_clock(""), "");
}

TEST(WithoutHolidays, ATextWithoutHolidaysKeepsItsMeaning) {
  EXPECT_EQ(without_holidays(""), "");
  EXPECT_EQ(without_holidays("Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-12:00 \"PH; by phone\""),
            "Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-12:00 \"PH; by phone\"");
}

TEST(WithoutHolidays, ARuleForHolidaysAloneGoes) {
  EXPECT_EQ(without_holidays("Mo-Fr 09:00-18:00; PH off"), "Mo-Fr 09:00-18:00");
  EXPECT_EQ(without_holidays("PH,SH 10:00-12:00;Mo 09:00-18:00"), "Mo 09:00-18:00");
  EXPECT_EQ(without_holidays("Mo-Fr 09:00-18:00, PH off"), "Mo-Fr 09:00-18:00");
  EXPECT_EQ(without_holidays("PH off"), "");
}

TEST(WithoutHolidays, AListOfDaysLosesItsHolidays) {
  EXPECT_EQ(without_holidays("Sa,Su,PH 10:00-12:00"), "Sa,Su 10:00-12:00");
  EXPECT_EQ(without_holidays("PH,Mo 10:00-12:00+"), "Mo 10:00-12:00+");
}

TEST(Rhythm, WeekdaysAndTimesAloneAreWeekly) {
  for (const auto* text : {"24/7", "Mo-Fr 09:00-18:00", "Mo-Sa 10:00-20:00; We off", "22:00-02:00", "Fr 17:00+",
                           "Mo 9:00-12:00 \"in May by phone\", Tu closed", ""}) {
    EXPECT_EQ(rhythm_of(text), HoursRhythm::weekly) << text;
  }
}

TEST(Rhythm, PublicHolidaysAreSeen) { EXPECT_EQ(rhythm_of("Mo-Fr 09:00-18:00; PH off"), HoursRhythm::weekly_holidays); }

TEST(Rhythm, WhateverElseIsSaidMayHappenAtAnyTime) {
  for (const auto* text :
       {"Dec 25 off", "2026 Mo 10:00-12:00", "week 01-53/2 Mo 10:00-12:00", "Mo[1] 10:00-12:00", "sunrise-sunset",
        "SH off", "easter off", "Mo 10:00-12:00 || \"call\"", "PH +1 day off", "Mo–Fr 10:00-12:00", "mo 10:00-12:00"}) {
    EXPECT_EQ(rhythm_of(text), HoursRhythm::any) << text;
  }
}

TEST(FollowsTheSun, OnlyWhenTheSunIsNamed) {
  EXPECT_TRUE(follows_the_sun("sunrise-20:00"));
  EXPECT_TRUE(follows_the_sun("08:00-(dusk+01:00)"));
  EXPECT_FALSE(follows_the_sun("Su 08:00-20:00"));
}

}  // namespace
}  // namespace nearme
