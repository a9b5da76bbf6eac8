#include "base/json_tree.hpp"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "base/json.hpp"

namespace nearme {
namespace {

using nlohmann::json;
using Type = JsonValue::Type;

/// What a tree makes of a text, as JSON again; "none" when it is no JSON.
std::string read_again(std::string_view text) {
  JsonTree tree;
  const auto value = tree.read(text);
  return value ? value->dump() : "none";
}

TEST(JsonTree, ATextThatIsNoJsonIsNoTree) {
  for (const auto* text : {"", " ", "{", "[1,]", "{\"a\"}", "nul", "01", "1 2", "\"\xff\"", "\"\n\"", "\"\\ud800\"",
                           "1e999", "\xEF\xBB\xBF{}"}) {
    EXPECT_EQ(read_again(text), "none") << text;
  }
}

TEST(JsonTree, AValueOfEachTypeIsReadAsItIs) {
  JsonTree tree;
  const JsonValue list = tree.read(R"([null, true, false, 7, -7, 7.5, "a\u00e9\u0000", [], {}])").value();
  ASSERT_EQ(list.size(), 9U);
  const std::vector<JsonValue> entries(list.begin(), list.end());
  EXPECT_TRUE(entries[0].is(Type::null));
  EXPECT_TRUE(entries[1].truth());
  EXPECT_FALSE(entries[2].truth());
  EXPECT_EQ(entries[3].whole(), 7U);
  EXPECT_EQ(entries[3].number(), 7);
  EXPECT_EQ(entries[4].whole(), std::nullopt);
  EXPECT_EQ(entries[4].number(), -7);
  EXPECT_EQ(entries[5].whole(), std::nullopt);
  EXPECT_EQ(entries[5].number(), 7.5);
  EXPECT_EQ(entries[6].text(), std::string_view("aé\0", 4));
  EXPECT_TRUE(entries[7].is(Type::list));
  EXPECT_TRUE(entries[8].is(Type::object));
  EXPECT_EQ(entries[8].size(), 0U);
}

TEST(JsonTree, FieldsAndEntriesComeInTheirOrderWithAllThatIsInThemPassedOver) {
  JsonTree tree;
  const JsonValue object = tree.read(R"({"z": [1, [2, {"y": 3}]], "a": {"b": {}}, "m": 4})").value();
  std::string names;
  for (const JsonValue field : object) names += field.name();
  EXPECT_EQ(names, "zam");
  EXPECT_EQ(object.size(), 3U);
}

TEST(JsonTree, WholeNumbersAreExactToTheLastOf64Bits) {
  for (const auto* text : {"0", "18446744073709551615", "-9223372036854775808", "9007199254740993"})
    EXPECT_EQ(read_again(text), text);
}

TEST(JsonTree, ReadsOneTextAfterTheOther) {
  JsonTree tree;
  const std::string longer = json::parse(R"({"a": [1, 2, 3], "b": "text"})").dump();
  EXPECT_EQ(tree.read(longer)->dump(), longer);
  EXPECT_FALSE(tree.read("{"));
  EXPECT_EQ(tree.read("[1]")->dump(), "[1]");
}

TEST(JsonTree, NothingIsInWhatIsNestedTooDeep) {
  const std::string deep = std::string(2000, '[') + std::string(2000, ']');
  EXPECT_EQ(read_again(deep), "none");
  JsonTree tree;
  EXPECT_EQ(tree.take(json::parse(deep)).dump(), std::string(1025, '[') + std::string(1025, ']'));
}

/// A value of any shape; texts hold quotes, escapes, letters outside ASCII and NUL.
json random_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 0 ? 8 : 6)) {
    case 0:
      return nullptr;
    case 1:
      return random() % 2 == 0;
    case 2:
      return random();
    case 3:
      return -static_cast<std::int64_t>(random());
    case 4:
      return std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 100);
    case 5:
      return std::string{"a\"\\é\n\0東"}.substr(0, 3) + std::string(random() % 40, 'x') +
             std::string(random() % 2, '\0');
    case 6: {
      auto list = json::array();
      for (auto left = random() % 5; left > 0; --left) list.push_back(random_value(random, depth - 1));
      return list;
    }
    default: {
      auto object = json::object();
      for (auto left = random() % 5; left > 0; --left)
        object[std::to_string(random() % 100)] = random_value(random, depth - 1);
      return object;
    }
  }
}

TEST(JsonTree, ReadsRandomValuesAsTheOtherLibraryDoes) {
  JsonTree read;
  JsonTree taken;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    const json value = random_value(random, 4);
    const std::string text = value.dump();
    const auto again = read.read(text);
    ASSERT_TRUE(again) << "seed " << seed << ": " << text;
    EXPECT_EQ(again->dump(), text) << "seed " << seed;
    EXPECT_EQ(taken.take(value).dump(), text) << "seed " << seed;
  }
}

}  // namespace
}  // namespace nearme
