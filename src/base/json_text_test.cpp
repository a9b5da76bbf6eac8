#include "base/json_text.hpp"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "base/json.hpp"

namespace nearme {
namespace {

template <class Value>
std::string written(const Value& value) {
  JsonText json;
  json.value(value);
  return json.take();
}

TEST(JsonText, AnEmptyObjectAndAnEmptyArrayHaveNothingBetweenTheirBrackets) {
  JsonText json;
  json.open_object();
  json.key("a");
  json.open_array();
  json.close_array();
  json.close_object();
  EXPECT_EQ(json.take(), R"({"a":[]})");
}

TEST(JsonText, CommasStandBetweenValuesAndNowhereElse) {
  JsonText json;
  json.open_array();
  json.open_object();
  json.field("a", 1);
  json.field("b", true);
  json.close_object();
  json.null();
  json.value("c");
  json.close_array();
  EXPECT_EQ(json.take(), R"([{"a":1,"b":true},null,"c"])");
}

TEST(JsonText, AnObjectThatWasReadyTakesMoreFieldsWithOrWithoutSomeOfItsOwn) {
  JsonText json;
  json.open_array();
  for (const char* ready : {R"({})", R"({"id":"a"})"}) {
    json.reopen_object(ready);
    json.field("more", 2);
    json.close_object();
  }
  json.close_array();
  EXPECT_EQ(json.take(), R"([{"more":2},{"id":"a","more":2}])");
}

TEST(JsonText, AnEmptyFieldIsLeftOutWhereThatIsAskedFor) {
  JsonText json;
  json.open_object();
  json.field_unless_empty("nothing", "");
  json.field_unless_empty("phone", "1");
  json.close_object();
  EXPECT_EQ(json.take(), R"({"phone":"1"})");
}

TEST(JsonText, TextsAreEscapedAsNlohmannDoes) {
  for (const std::string text : {"", "plain", "a \"quoted\" word", "back\\slash", "line\nbreak\ttab", "M\xc3\xbcnchen",
                                 "\x01\x1f\x7f", "</script>"})
    EXPECT_EQ(written(std::string_view{text}), nlohmann::json(text).dump());
}

TEST(JsonText, BytesThatAreNoUtf8AreReplacedAndDoNotThrow) {
  EXPECT_EQ(written(std::string_view{"a\xff"
                                     "b"}),
            "\"a\xef\xbf\xbd"
            "b\"");
}

TEST(JsonText, WholeNumbersOfFractionsKeepTheirPoint) {
  EXPECT_EQ(written(25.0), "25.0");
  EXPECT_EQ(written(-0.0), "-0.0");
  EXPECT_EQ(written(25), "25");
}

TEST(JsonText, NumbersAreWrittenAsNlohmannDoes) {
  for (const double number : {0.0, 1e-4, 9.99e-5, 1e-300, 123456789012345.0, 1e15, 1e16, 1.5e300, -53.8, 0.1})
    EXPECT_EQ(written(number), nlohmann::json(number).dump());
}

TEST(JsonText, APositionIsWrittenWithAtMostSevenDecimals) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 10'000; ++round) {
    const std::string text = written(static_cast<double>(static_cast<std::int32_t>(random())) / 1e7);
    ASSERT_LE(text.size() - text.find('.'), 8U) << text << ", seed 7, round " << round;
  }
}

TEST(JsonText, EveryNumberIsReadBackAsItWas) {
  std::mt19937_64 random(8);
  std::uniform_real_distribution<double> exponent(-30, 30);
  for (int round = 0; round < 10'000; ++round) {
    const double number = std::pow(10, exponent(random)) * (round % 2 == 0 ? 1 : -1);
    ASSERT_EQ(nlohmann::json::parse(written(number)).get<double>(), number) << "seed 8, round " << round;
  }
}

}  // namespace
}  // namespace nearme
