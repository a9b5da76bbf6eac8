#include "hours/days_to_schedule.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

const Date kMonday = *parse_date("2026-11-23");
const OpenDay kMorning{{540, 720}};
const OpenDay kEvening{{1080, 1320}};

Date days_after(Date day, int number) { return Date{sys_days{day} + days{number}}; }

TEST(Tidy, NothingAndEmptySpansAreNothing) {
  EXPECT_EQ(tidy({}), OpenDay{});
  EXPECT_EQ(tidy({{600, 600}}), OpenDay{});
}

TEST(Tidy, SpansThatTouchOrOverlapBecomeOneInOrder) {
  EXPECT_EQ(tidy({{780, 900}, {540, 600}, {600, 660}, {650, 655}}), (OpenDay{{540, 660}, {780, 900}}));
}

TEST(ScheduleFrom, TheUsualWeekIsWhatMostDaysHave) {
  OpenDays all;
  for (int i = 0; i < 21; ++i) all[days_after(kMonday, i)] = kMorning;
  all[days_after(kMonday, 7)] = kEvening;
  const auto schedule = schedule_from(all, days_after(kMonday, 1), days_after(kMonday, 20));
  for (const auto& day : schedule.week) EXPECT_EQ(day, kMorning);
  EXPECT_EQ(schedule.exceptions, (std::map<Date, OpenDay>{{days_after(kMonday, 7), kEvening}}));
  EXPECT_EQ(schedule.valid_from, days_after(kMonday, 1));
  EXPECT_EQ(schedule.valid_until, days_after(kMonday, 20));
}

TEST(ScheduleFrom, WeekAndExceptionsTogetherGiveEveryDayBack) {
  OpenDays all;
  for (int i = 0; i < 100; ++i) {
    if (i % 3 != 0) all[days_after(kMonday, i)] = i % 5 == 0 ? kEvening : kMorning;
    if (i % 3 == 0) all[days_after(kMonday, i)] = {};
  }
  const auto schedule = schedule_from(all, days_after(kMonday, 1), days_after(kMonday, 99));
  for (const auto& [day, spans] : all) EXPECT_EQ(day_of(schedule, day), spans) << format_date(day);
}

}  // namespace
}  // namespace nearme
