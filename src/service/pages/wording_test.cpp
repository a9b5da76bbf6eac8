#include "service/pages/wording.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

Date day(const char* text) { return *parse_date(text); }

TEST(Wording, DistancesHaveTheDigitsThatAWalkerNeeds) {
  EXPECT_EQ(distance_words(Metres{0}), "under 50 m");
  EXPECT_EQ(distance_words(Metres{812}), "810 m");
  EXPECT_EQ(distance_words(Metres{999}), "1.0 km");
  EXPECT_EQ(distance_words(Metres{1234}), "1.2 km");
  EXPECT_EQ(distance_words(Metres{9960}), "10 km");
  EXPECT_EQ(distance_words(Metres{1'234'567}), "1,235 km");
}

TEST(Wording, WholePricesHaveNoDecimalsAndUnknownCurrenciesAreNamed) {
  EXPECT_EQ(money_words({.hundredths = 12000, .currency = "GBP"}), "£120");
  EXPECT_EQ(money_words({.hundredths = 9550, .currency = "EUR"}), "€95.50");
  EXPECT_EQ(money_words({.hundredths = 125000, .currency = "CHF"}), "1,250 CHF");
  EXPECT_EQ(money_words({.hundredths = 5, .currency = ""}), "0.05");
}

TEST(Wording, TheAgeOfACheckIsSaidInItsLargestFittingUnit) {
  const auto today = day("2026-11-22");
  EXPECT_EQ(ago_words(day("2026-11-22"), today), "today");
  EXPECT_EQ(ago_words(day("2026-11-21"), today), "yesterday");
  EXPECT_EQ(ago_words(day("2026-11-09"), today), "13 days ago");
  EXPECT_EQ(ago_words(day("2026-11-01"), today), "3 weeks ago");
  EXPECT_EQ(ago_words(day("2026-06-01"), today), "5 months ago");
  EXPECT_EQ(ago_words(day("2024-11-01"), today), "2 years ago");
}

TEST(Wording, ADayAfterTodayIsNeverSaidToBePast) {
  EXPECT_EQ(ago_words(day("2026-12-01"), day("2026-11-22")), "1 December 2026");
}

TEST(Wording, OneThingIsNotSaidInThePlural) {
  EXPECT_EQ(count_words(0, "place"), "0 places");
  EXPECT_EQ(count_words(1, "place"), "1 place");
  EXPECT_EQ(count_words(1'234'567, "place"), "1,234,567 places");
}

TEST(Wording, LanguagesAndCountriesAreNamedInEnglish) {
  EXPECT_EQ(language_words("pa"), "Punjabi");
  EXPECT_EQ(language_words("zz-invalid-tag-"), "zz-invalid-tag-");
  EXPECT_EQ(country_words("MT"), "Malta");
}

TEST(Wording, OnlyNamesThatBeginLikeASentenceLoseTheirCapital) {
  EXPECT_EQ(within_sentence("Micro-needling"), "micro-needling");
  EXPECT_EQ(within_sentence("RF micro-needling"), "RF micro-needling");
  EXPECT_EQ(within_sentence("“Alpha”"), "“Alpha”");
  EXPECT_EQ(within_sentence(""), "");
}

TEST(Wording, ANameThatSaysItIsMadeUpNeedsNoMark) {
  EXPECT_TRUE(says_fictional("Violet Skin Studio (fictional)"));
  EXPECT_FALSE(says_fictional("Fictional Street Clinic"));
}

TEST(Wording, ListsEndWithAnAnd) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b"}), "a and b");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
}

}  // namespace
}  // namespace nearme
