#include "service/pages/wording.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

Date day(const char* text) { return *parse_date(text); }

TEST(Wording, DistancesHaveTheDigitsThatAWalkerNeeds) {
  EXPECT_EQ(distance_words(english(), Metres{0}), "under 50 m");
  EXPECT_EQ(distance_words(english(), Metres{812}), "810 m");
  EXPECT_EQ(distance_words(english(), Metres{999}), "1.0 km");
  EXPECT_EQ(distance_words(english(), Metres{1234}), "1.2 km");
  EXPECT_EQ(distance_words(english(), Metres{9960}), "10 km");
  EXPECT_EQ(distance_words(english(), Metres{1'234'567}), "1,235 km");
}

TEST(Wording, DistancesAreInMilesWhereRoadsAreMeasuredInMiles) {
  EXPECT_EQ(distance_words(english(), Metres{40}, "GB"), "under 0.1 miles");
  EXPECT_EQ(distance_words(english(), Metres{1234}, "GB"), "0.8 miles");
  EXPECT_EQ(distance_words(english(), Metres{1609}, "US"), "1 mile");
  EXPECT_EQ(distance_words(english(), Metres{25'000}, "GB"), "16 miles");
  EXPECT_EQ(distance_words(english(), Metres{1234}, "DE"), "1.2 km");
  EXPECT_EQ(distance_words(english(), Metres{1234}, "no country"), "1.2 km");
}

TEST(Wording, WholePricesHaveNoDecimals) {
  EXPECT_EQ(money_words(english(), {.hundredths = 12000, .currency = "GBP"}), "£120");
  EXPECT_EQ(money_words(english(), {.hundredths = 9550, .currency = "EUR"}), "€95.50");
  EXPECT_EQ(money_words(english(), {.hundredths = 125000, .currency = "CHF"}), "CHF\u00a01,250");
  EXPECT_EQ(money_words(english(), {.hundredths = 5, .currency = ""}), "0.05");
}

TEST(Wording, TheAgeOfACheckIsSaidInItsLargestFittingUnit) {
  const auto today = day("2026-11-22");
  EXPECT_EQ(ago_words(english(), day("2026-11-22"), today), "today");
  EXPECT_EQ(ago_words(english(), day("2026-11-21"), today), "yesterday");
  EXPECT_EQ(ago_words(english(), day("2026-11-09"), today), "13 days ago");
  EXPECT_EQ(ago_words(english(), day("2026-11-01"), today), "3 weeks ago");
  EXPECT_EQ(ago_words(english(), day("2026-06-01"), today), "5 months ago");
  EXPECT_EQ(ago_words(english(), day("2024-11-01"), today), "2 years ago");
}

TEST(Wording, ADayAfterTodayIsNeverSaidToBePast) {
  EXPECT_EQ(ago_words(english(), day("2026-12-01"), day("2026-11-22")), "1 December 2026");
}

TEST(Wording, OneThingIsNotSaidInThePlural) {
  EXPECT_EQ(places_words(english(), 0), "0 places");
  EXPECT_EQ(places_words(english(), 1), "1 place");
  EXPECT_EQ(places_words(english(), 1'234'567), "1,234,567 places");
}

TEST(Wording, LanguagesAndCountriesAreNamed) {
  EXPECT_EQ(language_words(english(), "pa"), "Punjabi");
  EXPECT_EQ(language_words(english(), "zz-invalid-tag-"), "zz-invalid-tag-");
  EXPECT_EQ(country_words(english(), "MT"), "Malta");
}

TEST(Wording, OnlyNamesThatBeginLikeASentenceLoseTheirCapital) {
  EXPECT_EQ(within_sentence(english(), "Micro-needling"), "micro-needling");
  EXPECT_EQ(within_sentence(english(), "RF micro-needling"), "RF micro-needling");
  EXPECT_EQ(within_sentence(english(), "“Alpha”"), "“Alpha”");
  EXPECT_EQ(within_sentence(english(), ""), "");
}

TEST(Wording, ANameThatSaysItIsMadeUpNeedsNoMark) {
  EXPECT_TRUE(says_fictional("Violet Skin Studio (fictional)"));
  EXPECT_FALSE(says_fictional("Fictional Street Clinic"));
}

TEST(Wording, ListsEndWithAnAnd) {
  EXPECT_EQ(listed(english(), {}), "");
  EXPECT_EQ(listed(english(), {"a"}), "a");
  EXPECT_EQ(listed(english(), {"a", "b"}), "a and b");
  EXPECT_EQ(listed(english(), {"a", "b", "c"}), "a, b and c");
}

}  // namespace
}  // namespace nearme
