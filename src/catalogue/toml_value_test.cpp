#include "catalogue/toml_value.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(TomlValue, AnEmptyTextIsAnEmptyTable) {
  EXPECT_TRUE(std::get<TomlValue::Table>(parse_toml("a.toml", "")->value).empty());
}

TEST(TomlValue, EachValueKnowsTheLineItStandsOn) {
  const auto table = std::get<TomlValue::Table>(parse_toml("a.toml", "# first\n\n[[kind]]\nid = 'x'\n")->value);
  const auto kinds = std::get<TomlValue::List>(table.front().value.value);
  EXPECT_EQ(kinds.front().line, 3U);
  EXPECT_EQ(std::get<TomlValue::Table>(kinds.front().value).front().value.line, 4U);
}

TEST(TomlValue, WholeAndBrokenNumbersAreBothNumbers) {
  const auto table = std::get<TomlValue::Table>(parse_toml("a.toml", "a = 1\nb = 0.5\nc = true")->value);
  EXPECT_EQ(std::get<double>(table[0].value.value), 1.0);
  EXPECT_EQ(std::get<double>(table[1].value.value), 0.5);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(table[2].value.value));
}

TEST(TomlValue, WhatIsNotTomlIsRefusedWithFileAndLine) {
  const auto broken = parse_toml("own.toml", "a = 1\nb = = 2\n");
  EXPECT_EQ(broken.error().kind, ErrorKind::invalid_input);
  EXPECT_EQ(broken.error().message.find("own.toml:2: "), 0U) << broken.error().message;
  EXPECT_FALSE(parse_toml("own.toml", "a = 1\na = 2"));
  EXPECT_FALSE(parse_toml("own.toml", "a = '\xFF'"));
}

}  // namespace
}  // namespace nearme
