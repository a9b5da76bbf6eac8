#include "service/pages/open_words.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

Instant at(const char* text) { return *parse_instant(text); }

std::string words(OpenState state, const char* until, const char* now) {
  return open_words(english(), {.state = state, .until = at(until)}, "Europe/London", at(now));
}

TEST(OpenWords, TheClosingTimeIsInTheTimeOfTheSite) {
  EXPECT_EQ(words(OpenState::open, "2026-07-01T17:00:00Z", "2026-07-01T10:00:00Z"), "Open until 18:00");
  EXPECT_EQ(open_words(english(), {.state = OpenState::open, .until = at("2026-07-01T17:00:00Z")}, "Asia/Kolkata",
                       at("2026-07-01T10:00:00Z")),
            "Open until 22:30");
}

TEST(OpenWords, AnOpeningOnAnotherDayNamesTheDay) {
  EXPECT_EQ(words(OpenState::closed, "2026-11-22T18:00:00Z", "2026-11-22T10:00:00Z"), "Closed, opens 18:00");
  EXPECT_EQ(words(OpenState::closed, "2026-11-23T09:00:00Z", "2026-11-22T20:00:00Z"), "Closed, opens tomorrow 09:00");
  EXPECT_EQ(words(OpenState::closed, "2026-11-24T09:00:00Z", "2026-11-22T20:00:00Z"), "Closed, opens Tuesday 09:00");
  EXPECT_EQ(words(OpenState::closed, "2026-12-24T09:00:00Z", "2026-11-22T20:00:00Z"),
            "Closed, opens 24 December 2026 09:00");
}

TEST(OpenWords, TomorrowIsReckonedWhereTheSiteIs) {
  EXPECT_EQ(open_words(english(), {.state = OpenState::closed, .until = at("2026-11-23T00:00:00Z")}, "Asia/Tokyo",
                       at("2026-11-22T20:00:00Z")),
            "Closed, opens 09:00");
}

TEST(OpenWords, WithoutANextChangeOnlyTheStateIsSaid) {
  EXPECT_EQ(open_words(english(), {.state = OpenState::open, .until = {}}, "Europe/London", at("2026-11-22")),
            "Open now");
  EXPECT_EQ(open_words(english(), {}, "", at("2026-11-22")), "Opening times not known");
}

TEST(OpenWords, AnUnknownZoneIsTakenForUtc) {
  EXPECT_EQ(local_day("Nowhere/Land", at("2026-11-22T23:30:00Z")), *parse_date("2026-11-22"));
  EXPECT_EQ(local_day("Europe/Berlin", at("2026-11-22T23:30:00Z")), *parse_date("2026-11-23"));
}

TEST(OpenWords, ADayIsSaidByItsSpansEvenPastMidnight) {
  EXPECT_EQ(day_words(english(), {}), "Closed");
  EXPECT_EQ(day_words(english(), {{540, 720}, {780, 1080}}), "09:00–12:00, 13:00–18:00");
  EXPECT_EQ(day_words(english(), {{1320, 1560}}), "22:00–02:00");
  EXPECT_EQ(day_words(english(), {{0, 1440}}), "Open all day");
}

}  // namespace
}  // namespace nearme
