#include "service/pages/fields.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"

namespace nearme {
namespace {

TEST(Fields, WhatIsMissingNullOrOfAnotherTypeIsEmpty) {
  const auto object = nlohmann::json::parse(R"({"a": null, "b": 3, "c": "text", "d": [1]})");
  EXPECT_EQ(text_of(object, "a"), "");
  EXPECT_EQ(text_of(object, "b"), "");
  EXPECT_EQ(text_of(object, "c"), "text");
  EXPECT_EQ(text_of(nlohmann::json::array(), "c"), "");
  EXPECT_EQ(number_of(object, "c"), std::nullopt);
  EXPECT_EQ(number_of(object, "b"), 3);
  EXPECT_FALSE(is_set(object, "b"));
  EXPECT_EQ(part_of(object, "d").size(), 1);
  EXPECT_TRUE(part_of(object, "none").empty());
}

TEST(Fields, ALinkThatCouldRunAScriptIsDropped) {
  EXPECT_EQ(safe_link("javascript:alert(1)"), "");
  EXPECT_EQ(safe_link("data:text/html,x"), "");
  EXPECT_EQ(safe_link("https://example.org/?a=b"), "https://example.org/?a=b");
}

TEST(Fields, OnlyTheFirstNumberIsDialled) {
  EXPECT_EQ(telephone_link("+44 (0)113 200-0000"), "tel:+4401132000000");
  EXPECT_EQ(telephone_link("0113 200 0000; 0113 200 0001"), "tel:01132000000");
  EXPECT_EQ(telephone_link("ask at the desk"), "");
}

}  // namespace
}  // namespace nearme
