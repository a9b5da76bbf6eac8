#include "hours/schedule.hpp"

#include <random>

#include <date/tz.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr std::uint32_t kSeed = 20'261'122;

Instant at(const char* text) { return *parse_instant(text); }

Schedule every_day(OpenDay day, const char* from = "2026-01-01", const char* until = "2026-12-31") {
  Schedule schedule;
  schedule.week.fill(day);
  schedule.valid_from = *parse_date(from);
  schedule.valid_until = *parse_date(until);
  return schedule;
}

OpenAt open_until(const char* text) { return {.state = OpenState::open, .until = at(text)}; }
OpenAt closed_until(const char* text) { return {.state = OpenState::closed, .until = at(text)}; }

TEST(StateAt, AnUnknownOrMissingTimeZoneGivesUnknown) {
  const auto schedule = every_day({{0, 1440}});
  for (const auto* zone : {"", "Mars/Olympus", "Europe/london ", "../etc/passwd"}) {
    EXPECT_EQ(state_at(schedule, zone, at("2026-06-01")), OpenAt{}) << zone;
  }
}

TEST(StateAt, OutsideTheDaysWorkedOutNothingIsKnown) {
  const auto schedule = every_day({{540, 1020}}, "2026-06-01", "2026-06-30");
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-05-31T12:00:00Z")), OpenAt{});
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-01T00:00:00Z")), closed_until("2026-06-01T09:00:00Z"));
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-30T16:59:59Z")), open_until("2026-06-30T17:00:00Z"));
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-07-01T00:00:00Z")), OpenAt{});
  EXPECT_EQ(state_at(Schedule{}, "UTC", at("2026-06-01")), OpenAt{});
}

TEST(StateAt, APlaceThatNeverOpensIsClosedWithoutEnd) {
  EXPECT_EQ(state_at(every_day({}), "UTC", at("2026-06-01")), (OpenAt{.state = OpenState::closed, .until = {}}));
}

TEST(StateAt, RoundTheClockHasNoEnd) {
  EXPECT_EQ(state_at(every_day({{0, 1440}}), "Europe/London", at("2026-03-01")),
            (OpenAt{.state = OpenState::open, .until = {}}));
}

TEST(StateAt, TheMinuteOfClosingIsClosedAlready) {
  const auto schedule = every_day({{540, 720}, {780, 1020}});
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-01T11:59:59Z")), open_until("2026-06-01T12:00:00Z"));
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-01T12:00:00Z")), closed_until("2026-06-01T13:00:00Z"));
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-01T17:00:00Z")), closed_until("2026-06-02T09:00:00Z"));
}

TEST(StateAt, TheNightBelongsToTheDayBefore) {
  auto schedule = every_day({});
  schedule.week[4] = {{1320, 1560}};  // Friday 22:00-02:00
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-06T01:30:00Z")), open_until("2026-06-06T02:00:00Z"));
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-05T01:30:00Z")), closed_until("2026-06-05T22:00:00Z"));
}

TEST(StateAt, SpansThatTouchAcrossMidnightAreOne) {
  auto schedule = every_day({});
  schedule.week[4] = {{1200, 1440}};
  schedule.week[5] = {{0, 120}};
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-06-05T21:00:00Z")), open_until("2026-06-06T02:00:00Z"));
}

TEST(StateAt, AnExceptionReplacesTheUsualDay) {
  auto schedule = every_day({{540, 1020}});
  schedule.exceptions[*parse_date("2026-12-25")] = {};
  EXPECT_EQ(state_at(schedule, "UTC", at("2026-12-25T12:00:00Z")), closed_until("2026-12-26T09:00:00Z"));
}

TEST(StateAt, TheHourThatSpringTakesIsSkipped) {
  // London went from 01:00 to 02:00 local time at 01:00 UTC.
  const auto schedule = every_day({{0, 90}, {120, 180}});
  EXPECT_EQ(state_at(schedule, "Europe/London", at("2026-03-29T00:30:00Z")), open_until("2026-03-29T02:00:00Z"));
}

TEST(StateAt, TheHourThatAutumnRepeatsIsReadOffTheClockTwice) {
  // London showed 01:00-02:00 twice: from 00:00 and from 01:00 UTC.
  const auto schedule = every_day({{60, 90}});
  EXPECT_EQ(state_at(schedule, "Europe/London", at("2026-10-25T00:10:00Z")), open_until("2026-10-25T00:30:00Z"));
  EXPECT_EQ(state_at(schedule, "Europe/London", at("2026-10-25T00:40:00Z")), closed_until("2026-10-25T01:00:00Z"));
  EXPECT_EQ(state_at(schedule, "Europe/London", at("2026-10-25T01:10:00Z")), open_until("2026-10-25T01:30:00Z"));
}

TEST(StateAt, TheDayThatApiaLeftOutNeverOpened) {
  // Samoa crossed the date line: 29 December 2011 was followed by the 31st.
  auto schedule = every_day({}, "2011-01-01", "2012-12-31");
  schedule.exceptions[*parse_date("2011-12-30")] = {{0, 1440}};
  schedule.exceptions[*parse_date("2011-12-31")] = {{600, 660}};
  EXPECT_EQ(state_at(schedule, "Pacific/Apia", at("2011-12-29T12:00:00Z")), closed_until("2011-12-30T20:00:00Z"));
}

/// The twin: what the wall clock shows at each minute, and nothing else.
OpenState slow_state(const Schedule& schedule, const date::time_zone& zone, Instant moment) {
  const auto local = moment + zone.get_info(moment).offset;
  const auto today = std::chrono::floor<days>(local);
  if (Date{today} < schedule.valid_from || Date{today} > schedule.valid_until) return OpenState::unknown;
  const auto minute = std::chrono::floor<minutes>(local - today).count();
  for (const auto span : day_of(schedule, Date{today})) {
    if (span.from <= minute && minute < span.to) return OpenState::open;
  }
  for (const auto span : day_of(schedule, Date{today - days{1}})) {
    if (span.from <= minute + 1440 && minute + 1440 < span.to) return OpenState::open;
  }
  return OpenState::closed;
}

OpenAt slow_state_at(const Schedule& schedule, const date::time_zone& zone, Instant moment) {
  const auto state = slow_state(schedule, zone, moment);
  if (state == OpenState::unknown) return {};
  auto later = std::chrono::floor<minutes>(moment);
  while (true) {
    later += minutes{1};
    const auto state_later = slow_state(schedule, zone, later);
    if (state_later == OpenState::unknown) return {.state = state, .until = {}};
    if (state_later != state) return {.state = state, .until = later};
  }
}

class RandomSchedules {
 public:
  explicit RandomSchedules(std::uint32_t seed) : random_(seed) {}

  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }

  OpenDay day() {
    OpenDay day;
    auto from = number(0, 300);
    for (auto left = number(0, 3); left > 0 && from < 1440; --left) {
      const auto to = std::min(2880, from + number(1, left == 1 && number(0, 1) == 1 ? 1500 : 300));
      day.push_back({static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(to)});
      from = to + number(1, 300);
    }
    if (number(0, 5) == 0) day = {{0, 1440}};
    return day;
  }

  Schedule schedule(sys_days middle) {
    Schedule schedule;
    for (auto& weekday : schedule.week) weekday = day();
    schedule.valid_from = Date{middle - days{3}};
    schedule.valid_until = Date{middle + days{3}};
    for (auto left = number(0, 3); left > 0; --left) {
      schedule.exceptions[Date{middle + days{number(-4, 4)}}] = day();
    }
    return schedule;
  }

 private:
  std::mt19937 random_;
};

struct ZoneAndDay {
  const char* zone;
  const char* day;
};

/// Each at a change of the clock, but for the first.
constexpr std::array kZones{
    ZoneAndDay{"Europe/London", "2026-06-10"},       ZoneAndDay{"Europe/London", "2026-03-29"},
    ZoneAndDay{"Europe/London", "2026-10-25"},       ZoneAndDay{"America/New_York", "2026-03-08"},
    ZoneAndDay{"America/New_York", "2026-11-01"},    ZoneAndDay{"Australia/Lord_Howe", "2026-04-05"},
    ZoneAndDay{"Australia/Lord_Howe", "2026-10-04"}, ZoneAndDay{"Pacific/Apia", "2011-12-30"},
};

TEST(StateAt, AgreesWithTheWallClockMinuteByMinute) {
  RandomSchedules random(kSeed);
  for (const auto& [zone, day] : kZones) {
    const sys_days middle{*parse_date(day)};
    for (int i = 0; i < 12; ++i) {
      const auto schedule = random.schedule(middle);
      for (int j = 0; j < 25; ++j) {
        const Instant moment =
            middle + minutes{random.number(-7000, 7000)} + std::chrono::seconds{random.number(0, 59)};
        ASSERT_EQ(state_at(schedule, zone, moment), slow_state_at(schedule, *date::locate_zone(zone), moment))
            << "seed " << kSeed << ", " << zone << ", schedule " << i << ", " << format_instant(moment);
      }
    }
  }
}

}  // namespace
}  // namespace nearme
