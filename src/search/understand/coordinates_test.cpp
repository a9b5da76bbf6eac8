#include "search/understand/coordinates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using testing::HasSubstr;

/// The position in a text; the test fails when there is none.
WrittenPosition found_in(std::string_view text) {
  const auto found = find_position(text);
  if (!found) ADD_FAILURE() << text << ": " << found.error().message;
  if (found && !*found) ADD_FAILURE() << text << ": no position";
  if (!found || !*found) return {.position = *LatLon::make({.lat = 0, .lon = 0})};
  return **found;
}

TEST(WrittenPosition, IsFoundInTheMiddleOfWords) {
  const auto found = found_in("needling around 51.5,-0.12 please");
  EXPECT_EQ(found.position, *LatLon::make({.lat = 51.5, .lon = -0.12}));
  EXPECT_EQ(found.begin, 16U);
  EXPECT_EQ(found.end, 26U);
}

TEST(WrittenPosition, MayBeWrittenInAnyUsualForm) {
  constexpr std::string_view kForms[]{"51.5,-0.125",
                                      "51.5, -0.125",
                                      "51.5 -0.125",
                                      "51.5; -0.125",
                                      "51,5; -0,125",
                                      "+51.5,-0.125",
                                      "51.5,−0.125",
                                      "51.5N 0.125W",
                                      "51.5 n, 0.125 w",
                                      "N51.5 W0.125",
                                      "W0.125 N51.5",
                                      "51.5° -0.125°",
                                      "51.5°N 0.125°W",
                                      "51°30'N 0°7'30\"W",
                                      "51° 30' 0\" N, 0° 7' 30\" W",
                                      "51°30′00″N, 0°07′30″W",
                                      "51º30’0”N 0º7’30”W",
                                      "N 51° 30.0' W 0° 7.5'",
                                      "51 30 00 N 0 07 30 W",
                                      "51:30:00N 0:07:30W",
                                      "51° 30.000′ N; 0° 7.500′ W",
                                      "geo:51.5,-0.125",
                                      "geo:51.5,-0.125;u=35",
                                      "@51.5,-0.125,17z",
                                      "https://www.google.com/maps/@51.5,-0.125,15z",
                                      "https://www.openstreetmap.org/#map=15/51.5/-0.125",
                                      "https://maps.example/?q=51.5,-0.125&z=3"};
  for (const auto form : kForms) {
    EXPECT_EQ(found_in(form).position, *LatLon::make({.lat = 51.5, .lon = -0.125})) << form;
    EXPECT_EQ(found_in(form).begin, 0U) << form;
    EXPECT_EQ(found_in(form).end, form.size()) << form;
  }
}

TEST(WrittenPosition, StandsBetweenOtherWordsInEveryForm) {
  for (const std::string form : {"51.5,-0.12", "51.5N 0.12W", "51°30'N 0°7'W", "geo:51.5,-0.12", "@51.5,-0.12,9z"}) {
    const auto text = "peel near " + form + " open now";
    const auto found = found_in(text);
    EXPECT_EQ(text.substr(found.begin, found.end - found.begin), form);
  }
}

TEST(WrittenPosition, WhatIsNoPairOfAnglesIsNone) {
  for (const auto* text : {"",
                           "51.5",
                           "51,12",
                           "under 1,500",
                           "under £1,500.50",
                           "91.5,0.1",
                           "51.5,200.5",
                           "1.2.3,4.5",
                           "-",
                           "51.5,",
                           ",51.5",
                           "abc,def",
                           "ls1 4ap",
                           "N1 9GU",
                           "E1 4NS",
                           "S1 2HE W1",
                           "10115 Berlin",
                           "18:00",
                           "2026-11-22",
                           "3 5",
                           "2 for 1",
                           "s 12 e 3",
                           "geo:",
                           "@",
                           "map=",
                           "map=3/",
                           "12345678901234567890123456789,1.5"}) {
    const auto found = find_position(text);
    ASSERT_TRUE(found) << text;
    EXPECT_FALSE(*found) << text;
  }
}

struct Refusal {
  std::string_view text;
  std::string_view because;
};

TEST(WrittenPosition, WhatIsSurelyOneButWrongIsRefusedWithTheReason) {
  constexpr Refusal kRefusals[]{
      {"151.2093,-33.8688", "latitude 151.2093"},
      {"near 151.2,-33.8", "latitude 151.2"},
      {"geo:91,0.5", "latitude 91"},
      {"51.5074,-200.1278", "longitude -200.1278"},
      {"51°75'N 0°7'W", "minutes"},
      {"51°30'99\"N 0°7'0\"W", "seconds"},
      {"51.5N 0.12S", "both parts are latitudes"},
      {"51.5E 0.12W", "both parts are longitudes"},
      {"-51.5S 0.12W", "a sign and a letter"},
  };
  for (const auto& [text, because] : kRefusals) {
    const auto found = find_position(text);
    ASSERT_FALSE(found) << text;
    EXPECT_EQ(found.error().kind, ErrorKind::invalid_input);
    EXPECT_THAT(found.error().message, HasSubstr(because)) << text;
  }
}

TEST(WrittenPosition, TheWrongOrderIsToldWithTheRightOne) {
  EXPECT_THAT(find_position("151.2093,-33.8688").error().message, HasSubstr("-33.8688"));
}

}  // namespace
}  // namespace nearme
