#include "index/build/name_numbers.hpp"

#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "index/build/schedule_numbers.hpp"

namespace nearme {
namespace {

/// Texts of which many come again; the empty one and one with NUL among them.
std::string random_text(std::mt19937& random) {
  std::string text(random() % 20, static_cast<char>(random() % 3));
  return text + std::to_string(random() % 500);
}

TEST(NameNumbers, GiveEachTextANumberInTheOrderInWhichTheyFirstCome) {
  std::mt19937 random(7);
  NameNumbers numbers;
  EXPECT_EQ(numbers.number_of({}), 0U);
  std::map<std::string, std::uint32_t> expected{{"", 0}};
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = random_text(random);
    const auto next = static_cast<std::uint32_t>(expected.size());
    ASSERT_EQ(numbers.number_of(text), expected.try_emplace(text, next).first->second);
  }
  ASSERT_EQ(numbers.size(), expected.size());
  for (const auto& [text, number] : expected) EXPECT_EQ(numbers.text(number), text);
  const auto in_order = numbers.texts_in_order();
  EXPECT_TRUE(std::ranges::equal(in_order, expected, {}, {}, &std::pair<const std::string, std::uint32_t>::first));
}

TEST(NameNumbers, FindTheNumbersHereOfTextsNumberedElsewhere) {
  NameNumbers here;
  for (const auto* text : {"a", "b", "c"}) here.number_of(text);
  NameNumbers elsewhere;
  for (const auto* text : {"c", "d", "a"}) elsewhere.number_of(text);
  EXPECT_EQ(here.numbers_of(elsewhere), (std::vector<std::uint32_t>{2, 3, 0}));
  EXPECT_EQ(here.text(3), "d");
  EXPECT_TRUE(here.numbers_of(NameNumbers{}).empty());
}

TEST(ScheduleNumbers, EqualSchedulesHaveOneNumberInOneTimeZoneAndNoneIsZero) {
  Schedule nine_to_five;
  nine_to_five.week[0] = {{.from = 540, .to = 1020}};
  const auto shared = std::make_shared<const Schedule>(nine_to_five);
  ScheduleNumbers numbers;
  EXPECT_EQ(numbers.number_of(nullptr, "Europe/London"), 0U);
  const auto number = numbers.number_of(shared, "Europe/London");
  EXPECT_NE(number, 0U);
  EXPECT_EQ(numbers.number_of(shared, "Europe/London"), number);
  EXPECT_EQ(numbers.number_of(std::make_shared<const Schedule>(nine_to_five), "Europe/London"), number);
  EXPECT_NE(numbers.number_of(shared, "Europe/Paris"), number);
  EXPECT_NE(numbers.number_of(std::make_shared<const Schedule>(), "Europe/London"), number);
}

}  // namespace
}  // namespace nearme
