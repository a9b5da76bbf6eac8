#include "service/pages/opening_words.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

constexpr Date kSaturday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{28}};
constexpr Date kSunday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{29}};

TEST(OpeningWords, ADayIsSomeTimeOfIt) {
  EXPECT_EQ(opening_words(english(), "saturday", {.first = kSaturday, .last = kSaturday}),
            "open at some time on Saturday, 28 November");
  EXPECT_EQ(opening_words(english(), "weekend", {.first = kSaturday, .last = kSunday}),
            "open at some time on Saturday, 28 November or Sunday, 29 November");
}

TEST(OpeningWords, ATimeOfDaySaysItsBounds) {
  EXPECT_EQ(
      opening_words(english(), "saturday 18:00", {.first = kSaturday, .last = kSaturday, .from = 1080, .to = 1080}),
      "open at 18:00 on Saturday, 28 November");
  EXPECT_EQ(opening_words(english(), "sunday morning", {.first = kSunday, .last = kSunday, .from = 360, .to = 720}),
            "open at some time between 06:00 and 12:00 on Sunday, 29 November");
  EXPECT_EQ(opening_words(english(), "saturday until 21:00",
                          {.first = kSaturday, .last = kSaturday, .from = 1259, .to = 1259}),
            "open until 21:00 on Saturday, 28 November");
}

TEST(OpeningWords, AnyDayIsOneOfTheNextSeven) {
  const auto thursday = Date{std::chrono::sys_days{kSaturday} + std::chrono::days{5}};
  EXPECT_EQ(opening_words(english(), "late", {.first = kSaturday, .last = thursday, .from = 1200}),
            "open at some time after 20:00 on one of the next 6 days");
}

}  // namespace
}  // namespace nearme
