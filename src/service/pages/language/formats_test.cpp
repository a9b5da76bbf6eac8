#include "service/pages/language/formats.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

const Formats& in(std::string_view tag) { return language_called(tag)->formats(); }

TEST(Formats, NumbersHaveTheSignsOfTheLanguage) {
  EXPECT_EQ(in("en").number(12345.6, 1), "12,345.6");
  EXPECT_EQ(in("de").number(12345.6, 1), "12.345,6");
  EXPECT_EQ(in("ar").number(12), "12") << "the digits of its telephone numbers";
}

TEST(Formats, PricesStandAsTheLanguageWritesThem) {
  EXPECT_EQ(in("en").money(120, "GBP", 0), "£120");
  EXPECT_EQ(in("de").money(95.5, "EUR", 2), "95,50\u00a0€");
  EXPECT_EQ(in("en").money(5, "", 0), "5");
}

TEST(Formats, LengthsAgreeWithTheirNumber) {
  EXPECT_EQ(in("en").length(1, LengthUnit::miles), "1 mile");
  EXPECT_EQ(in("pl").length(2, LengthUnit::miles), "2 mile");
  EXPECT_EQ(in("pl").length(5, LengthUnit::miles), "5 mil");
}

TEST(Formats, DaysAndTimesAreThoseOfTheCalendar) {
  const auto sunday = *parse_date("2026-11-22");
  EXPECT_EQ(in("en").date(sunday), "22 November 2026");
  EXPECT_EQ(in("de").weekday(sunday), "Sonntag");
  EXPECT_EQ(in("fr").clock(18 * 60 + 5), "18:05");
  EXPECT_EQ(in("es").ago(3, TimeUnit::weeks), "hace 3 semanas");
  EXPECT_EQ(in("en").tomorrow(), "tomorrow");
}

TEST(Formats, ListsNamesAndCapitalsFollowTheLanguage) {
  EXPECT_EQ(in("de").list({"a", "b", "c"}), "a, b und c");
  EXPECT_EQ(in("fr").language_name("de"), "Allemand");
  EXPECT_EQ(in("pl").country_name("GB"), "Wielka Brytania");
  EXPECT_EQ(in("pl").capitalised("łzy"), "Łzy");
  EXPECT_EQ(in("en").capitalised(""), "");
  EXPECT_TRUE(in("pl").comes_before("łzy", "maść"));
}

TEST(Formats, OnlyArabicRunsFromRightToLeft) {
  for (const auto& language : languages()) EXPECT_EQ(language.formats().is_right_to_left(), language.tag() == "ar");
}

}  // namespace
}  // namespace nearme
