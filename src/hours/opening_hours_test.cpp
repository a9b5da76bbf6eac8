#include "hours/opening_hours.hpp"

#include <map>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "hours/hours_evaluator.hpp"

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

const Date kFrom = *parse_date("2026-11-22");  // a Sunday
const OpenDay kOffice{{540, 1080}};

HoursPlace in(const char* country) {
  return {.country = country, .position = *LatLon::make({.lat = 51.5, .lon = -0.1}), .time_zone = "Europe/London"};
}

Schedule compiled(const char* text, const char* country = "GB") {
  auto schedule = compile_opening_hours(text, in(country), kFrom);
  EXPECT_TRUE(schedule) << text;
  return schedule.value_or(Schedule{});
}

const OpenDay& on(const Schedule& schedule, const char* day) { return day_of(schedule, *parse_date(day)); }

TEST(OpeningHours, WhatCannotBeReadIsRefusedWithItsText) {
  for (const auto* text : {"", " ", "garbage", "Mo-Fr by appointment", "09:00-", "\xff\xfe", ";;"}) {
    const auto schedule = compile_opening_hours(text, in("GB"), kFrom);
    ASSERT_FALSE(schedule) << text;
    EXPECT_EQ(schedule.error().kind, ErrorKind::invalid_input);
    EXPECT_NE(schedule.error().message.find(text), std::string::npos);
  }
}

TEST(OpeningHours, ATextOfExceptionsAloneSaysNothingOfTheWeek) {
  EXPECT_FALSE(compile_opening_hours("Dec 25 off", in("GB"), kFrom));
  EXPECT_FALSE(compile_opening_hours("PH off", in("GB"), kFrom));
}

TEST(OpeningHours, CoversThreeHundredAndSeventyTwoDays) {
  const auto schedule = compiled("Mo-Fr 09:00-18:00");
  EXPECT_EQ(schedule.valid_from, kFrom);
  EXPECT_EQ(schedule.valid_until, Date{sys_days{kFrom} + days{371}});
}

TEST(OpeningHours, RoundTheClockIsSevenWholeDays) {
  for (const auto* text : {"24/7", "Mo-Su 00:00-24:00", "00:00-24:00", "Mo-Su"}) {
    const auto schedule = compiled(text);
    for (const auto& day : schedule.week) EXPECT_EQ(day, (OpenDay{{0, 1440}})) << text;
    EXPECT_TRUE(schedule.exceptions.empty()) << text;
  }
}

TEST(OpeningHours, ClosedForGoodIsAWeekWithoutSpans) {
  const auto schedule = compiled("off");
  for (const auto& day : schedule.week) EXPECT_TRUE(day.empty());
  EXPECT_TRUE(schedule.exceptions.empty());
}

TEST(OpeningHours, PublicHolidaysOfTheCountryAreClosed) {
  const auto schedule = compiled("Mo-Fr 09:00-18:00; PH off");
  EXPECT_EQ(on(schedule, "2026-12-24"), kOffice);
  EXPECT_TRUE(on(schedule, "2026-12-25").empty());
  EXPECT_EQ(schedule.week[0], kOffice);
  EXPECT_TRUE(schedule.week[6].empty());
  EXPECT_TRUE(on(compiled("Mo-Fr 09:00-18:00; PH off", "DE"), "2027-05-06").empty()) << "Ascension, in Germany";
  EXPECT_EQ(on(compiled("Mo-Fr 09:00-18:00; PH off", "GB"), "2027-05-06"), kOffice);
}

TEST(OpeningHours, WhereNoHolidaysAreKnownTheRestStillHolds) {
  for (const auto* country : {"", "XX", "AQ"}) {
    const auto schedule = compiled("Mo-Fr 09:00-18:00; PH off", country);
    EXPECT_EQ(on(schedule, "2026-12-25"), kOffice) << country;
    EXPECT_TRUE(schedule.exceptions.empty()) << country;
  }
  EXPECT_FALSE(compile_opening_hours("PH 10:00-12:00", in("XX"), kFrom));
}

TEST(OpeningHours, SchoolHolidaysAreNotKnownAnywhere) {
  EXPECT_EQ(compiled("Mo-Fr 09:00-18:00; SH off"), compiled("Mo-Fr 09:00-18:00"));
}

TEST(OpeningHours, ALaterRuleReplacesTheDaysThatItNames) {
  const auto schedule = compiled("Mo-Sa 10:00-20:00; We off");
  EXPECT_EQ(schedule.week[1], (OpenDay{{600, 1200}}));
  EXPECT_TRUE(schedule.week[2].empty());
  EXPECT_TRUE(schedule.week[6].empty());
}

TEST(OpeningHours, OneDayOffIsAnExceptionEvenRoundTheClock) {
  for (const auto* text : {"Mo-Su 09:00-18:00; Dec 25 off", "24/7; Dec 25 off"}) {
    const auto schedule = compiled(text);
    EXPECT_EQ(schedule.exceptions.size(), 1U) << text;
    EXPECT_TRUE(on(schedule, "2026-12-25").empty()) << text;
    EXPECT_FALSE(on(schedule, "2026-12-26").empty()) << text;
  }
}

TEST(OpeningHours, TheNightBelongsToTheDayThatItBeginsOn) {
  const auto schedule = compiled("Fr,Sa 22:00-02:00");
  EXPECT_EQ(schedule.week[4], (OpenDay{{1320, 1560}}));
  EXPECT_TRUE(schedule.week[6].empty());
  const auto nightly = compiled("22:00-02:00");
  for (const auto& day : nightly.week) EXPECT_EQ(day, (OpenDay{{1320, 1560}}));
  EXPECT_TRUE(nightly.exceptions.empty());
}

TEST(OpeningHours, UnknownTimesCountAsClosed) {
  const auto schedule = compiled("Mo-Fr 09:00-18:00; Sa 10:00-12:00 unknown");
  EXPECT_EQ(schedule.week[0], kOffice);
  EXPECT_TRUE(schedule.week[5].empty());
  EXPECT_TRUE(compiled("Mo-Fr 09:00-18:00; Sa \"by appointment\"").week[5].empty());
}

TEST(OpeningHours, AnOpenEndCountsAsOneHour) { EXPECT_EQ(compiled("Mo 17:00+").week[0], (OpenDay{{1020, 1080}})); }

TEST(OpeningHours, TextsAndPlacesOfOneKeyHaveEqualSchedules) {
  std::vector<HoursPlace> places{in("GB"), in("DE"), in(""), in("GB")};
  places[3].position = *LatLon::make({.lat = -33.9, .lon = 151.2});
  places[3].time_zone = "Australia/Sydney";
  struct Case {
    const char* text;
    std::size_t keys;
  };
  for (const auto& [text, keys] :
       {Case{"24/7", 1}, Case{"Mo-Fr 09:00-17:00", 1}, Case{"Mo-Sa 22:00-02:00; Su off", 1}, Case{"Tu,Th 10:00+", 1},
        Case{"Mo-Fr 09:00-17:00; PH off", 3}, Case{"SH closed; Mo 09:00-10:00", 3},
        Case{"Dec 25 off; Mo-Su 08:00-20:00", 3}, Case{"Mo-Fr sunrise-sunset", 4}}) {
    std::map<std::string, Schedule> by_key;
    for (const auto& place : places) {
      const auto schedule = compile_opening_hours(text, place, kFrom).value_or(Schedule{});
      EXPECT_EQ(by_key.try_emplace(schedule_key(text, place), schedule).first->second, schedule) << text;
    }
    EXPECT_EQ(by_key.size(), keys) << text;
  }
}

TEST(OpeningHours, HolidaysAreThoseOfTheYearAndCountryAskedForWhateverWasAskedBefore) {
  const auto closed_on = [](const char* day, const char* country, const char* from) {
    const auto schedule = compile_opening_hours("Mo-Su 09:00-18:00; PH off", in(country), *parse_date(from)).value();
    return on(schedule, day).empty();
  };
  for (int twice = 0; twice < 2; ++twice) {
    EXPECT_TRUE(closed_on("2027-03-29", "GB", "2026-11-22")) << "Easter Monday";
    EXPECT_FALSE(closed_on("2027-10-04", "GB", "2026-11-22"));
    EXPECT_FALSE(closed_on("2028-04-17", "GB", "2026-11-22")) << "not known yet";
    EXPECT_TRUE(closed_on("2028-04-17", "GB", "2027-11-22"));
    EXPECT_TRUE(closed_on("2027-05-06", "DE", "2026-11-22")) << "Ascension Day";
    EXPECT_FALSE(closed_on("2027-05-06", "GB", "2026-11-22"));
  }
}

TEST(OpeningHours, AWeekIsWhatEachDayOfItsSeasonsSays) {
  for (const std::string text : {"Mo-Fr 09:00-17:00; Sa 10:00-14:00", "Mo-Sa 22:00-02:00; Su off",
                                 "Mo 09:00-12:00,13:00-18:00", "Tu,Th 10:00+"}) {
    // Months make it be worked out day by day.
    std::string seasons = "Jan-Dec " + text;
    if (const auto second = seasons.find("; "); second != std::string::npos) seasons.insert(second + 2, "Jan-Dec ");
    EXPECT_EQ(compiled(text.c_str()), compiled(seasons.c_str())) << text;
  }
}

TEST(OpeningHours, SeasonsAreWorkedOutDayByDay) {
  const auto schedule = compiled("Apr-Sep 09:00-20:00; Oct-Mar 10:00-16:00");
  EXPECT_EQ(on(schedule, "2027-03-31"), (OpenDay{{600, 960}}));
  EXPECT_EQ(on(schedule, "2027-04-01"), (OpenDay{{540, 1200}}));
}

TEST(OpeningHours, TheSunRisesInTheTimeOfThePlace) {
  const auto london = compiled("sunrise-20:00");
  const auto& june = on(london, "2027-06-21");
  ASSERT_EQ(june.size(), 1U);
  EXPECT_NEAR(june[0].from, 4 * 60 + 43, 10) << "British Summer Time";
}

TEST(OpeningHours, ASunriseThatPassesAFixedTimeComesToAnEnd) {
  const auto schedule = compile_opening_hours("sunrise-08:02", in("GB"), *parse_date("2013-01-26"));
  ASSERT_TRUE(schedule);
  const auto& june = on(*schedule, "2013-06-21");
  ASSERT_EQ(june.size(), 1U);
  EXPECT_EQ(june[0].to, 8 * 60 + 2);
}

/// Texts whose weeks are taken for alike, so that few days are worked out.
const std::vector<const char*> kShortWays{"24/7",
                                          "Mo-Fr 09:00-18:00",
                                          "Mo-Sa 10:00-20:00; We off",
                                          "22:00-02:00",
                                          "Su-Tu 11:00-01:00",
                                          "Mo 09:00-12:00,13:00-17:00; Tu-Th 10:00-19:00, Fr 22:00-28:00",
                                          "Mo-Fr",
                                          "Mo-Fr 09:00-18:00; PH off",
                                          "Mo-Fr,PH 09:00-12:00",
                                          "Fr 17:00+",
                                          "Mo-Su 20:00-03:00",
                                          "PH 10:00-12:00; Mo-Fr 08:00-12:00",
                                          "off",
                                          "Mo-Sa 09:00-13:00, PH 10:00-11:00"};

TEST(OpeningHours, AFewDaysTellAsMuchAsAllOfThem) {
  for (const auto* text : kShortWays) {
    const Date first{sys_days{kFrom} - days{1}};
    const Date last{sys_days{kFrom} + days{371}};
    const auto all = HoursEvaluator::open(text, in("GB"))->days(first, last);
    ASSERT_TRUE(all) << text;
    EXPECT_EQ(compiled(text), schedule_from(*all, kFrom, last)) << text;
  }
}

TEST(OpeningHours, ManyThreadsGetWhatOneGets) {
  const auto alone = compiled("Mo-Fr 09:00-18:00; PH off");
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 20; ++j) EXPECT_EQ(compiled("Mo-Fr 09:00-18:00; PH off"), alone);
    });
  }
}

}  // namespace
}  // namespace nearme
