#include "index/entry/entry_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nearme {
namespace {

TEST(EntryJson, PutsCommasBetweenValuesAndNowhereElse) {
  EntryJson json;
  json.open_object().name("a").text("x").name("list").open_list().text("y").text("z").close_list();
  json.name("empty").open_list().close_list().name("in").open_object().name("b").truth().close_object();
  json.name("n").number(std::int64_t{-3}).close_object();
  EXPECT_EQ(std::move(json).take(), R"({"a":"x","list":["y","z"],"empty":[],"in":{"b":true},"n":-3})");
}

TEST(EntryJson, NumbersComeBackAsTheyWere) {
  for (const double number : {0.0, 53.8, -1.55, 1e-7, 179.9999999, 4.0, 2.0367542057413397}) {
    EntryJson json;
    json.number(number);
    const std::string text = std::move(json).take();
    EXPECT_EQ(nlohmann::json::parse(text).get<double>(), number) << text;
    EXPECT_EQ(text, nlohmann::json(number).dump());
  }
}

TEST(EntryJson, TextsComeBackAsTheyWere) {
  for (const char* text :
       {"", "plain", "with \"quotes\" and \\", "line\nbreak\ttab", "\x01", "Zürich 東京 😀", "\x7f"}) {
    EntryJson json;
    json.text(text);
    EXPECT_EQ(nlohmann::json::parse(std::move(json).take()).get<std::string>(), text);
  }
}

TEST(EntryJson, BytesThatAreNoUtf8AreReplaced) {
  EntryJson json;
  json.text(
      "a\xff"
      "b");
  EXPECT_EQ(nlohmann::json::parse(std::move(json).take()).get<std::string>(),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(EntryJson, AnEmptyFieldIsLeftOut) {
  EntryJson json;
  json.open_object();
  json.put("nothing", "");
  json.put("phone", "1");
  json.close_object();
  EXPECT_EQ(std::move(json).take(), R"({"phone":"1"})");
}

}  // namespace
}  // namespace nearme
