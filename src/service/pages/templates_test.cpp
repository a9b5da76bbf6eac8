#include "service/pages/templates.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"

namespace nearme {
namespace {

std::string render(const std::string& text, const nlohmann::json& view) {
  return Templates::make({{"page", text}, {"part", "[{{name}}]"}})->render("page", view);
}

TEST(Templates, WhatAValueHoldsNeverBecomesMarkup) {
  EXPECT_EQ(render("<p title=\"{{x}}\">{{x}}</p>", {{"x", "<b a=\"'&"}}),
            "<p title=\"&lt;b a=&quot;&apos;&amp;\">&lt;b a=&quot;&apos;&amp;</p>");
}

TEST(Templates, ATagInAValueIsNotReadAgain) { EXPECT_EQ(render("{{x}}", {{"x", "{{y}}"}, {"y", "no"}}), "{{y}}"); }

TEST(Templates, EmptyTextListNullAndFalseAllCountAsAbsent) {
  for (const auto& nothing : {nlohmann::json(""), nlohmann::json::array(), nlohmann::json(), nlohmann::json(false),
                              nlohmann::json::object()}) {
    EXPECT_EQ(render("{{#x}}there{{/x}}{{^x}}absent{{/x}}", {{"x", nothing}}), "absent") << nothing;
  }
}

TEST(Templates, AnEmptyFieldOfAnItemHidesTheFieldAroundIt) {
  EXPECT_EQ(render("{{#list}}{{x}};{{/list}}", {{"x", "outer"}, {"list", {{{"x", ""}}, {{"x", "inner"}}}}}), ";inner;");
}

TEST(Templates, NumbersAreWrittenAsTheyAre) { EXPECT_EQ(render("{{a}} {{b}}", {{"a", 12}, {"b", 0.5}}), "12 0.5"); }

TEST(Templates, APartialSeesTheItemThatItStandsIn) {
  EXPECT_EQ(render("{{#list}}{{>_part}}{{/list}}", {{"list", {{{"name", "a"}}, {{"name", "b"}}}}}), "[a][b]");
}

TEST(Templates, AFieldCalledLikeATemplateDoesNotReplaceIt) {
  EXPECT_EQ(render("{{>_part}}", {{"part", "field"}, {"name", "a"}}), "[a]");
}

TEST(Templates, WhetherAListHasItemsStandsBesideIt) {
  EXPECT_EQ(render("{{#has_x}}<ul>{{#x}}{{.}}{{/x}}</ul>{{/has_x}}", {{"x", {"a", "b"}}}), "<ul>ab</ul>");
  EXPECT_EQ(render("{{#has_x}}<ul>{{#x}}{{.}}{{/x}}</ul>{{/has_x}}", {{"x", nlohmann::json::array()}}), "");
}

TEST(Templates, ABrokenTemplateIsRefusedByName) {
  const auto broken = Templates::make({{"site", "{{#open}} never closed"}});
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().message.find("'site'"), std::string::npos);
}

}  // namespace
}  // namespace nearme
