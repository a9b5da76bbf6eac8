#include "service/http/url.hpp"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

Parameters parameters_of(std::string_view target) { return parse_target(target)->parameters; }

TEST(Target, ATargetWithoutAQueryHasNoParameters) {
  EXPECT_EQ(parse_target("/")->path, "/");
  EXPECT_TRUE(parameters_of("/").empty());
  EXPECT_TRUE(parameters_of("/v1/search?").empty());
  EXPECT_TRUE(parameters_of("/v1/search?&&").empty());
}

TEST(Target, ThePathIsCutAtItsSlashesBeforeItIsDecoded) {
  EXPECT_EQ(parse_target("/")->segments, (std::vector<std::string>{""}));
  EXPECT_EQ(parse_target("/a/b%2Fc/?d/e")->segments, (std::vector<std::string>{"a", "b/c", ""}));
  EXPECT_EQ(parse_target("?q=a/b")->segments, (std::vector<std::string>{""}));
}

TEST(Target, ParametersKeepTheirOrderAndRepeat) {
  const Parameters expected{{"b", "1"}, {"a", "2"}, {"b", "3"}};
  EXPECT_EQ(parameters_of("/?b=1&a=2&b=3"), expected);
}

TEST(Target, AMissingValueIsEmptyAndALaterEqualsSignBelongsToTheValue) {
  const Parameters expected{{"a", ""}, {"b", ""}, {"c", "d=e"}};
  EXPECT_EQ(parameters_of("/?a&b=&c=d=e"), expected);
}

TEST(Target, APlusIsASpaceInTheQueryAndItselfInThePath) {
  EXPECT_EQ(parse_target("/a+b?q=a+b%2B")->path, "/a+b");
  EXPECT_EQ(parameters_of("/a+b?q=a+b%2B").front().second, "a b+");
}

TEST(Target, NamesAreDecodedToo) {
  EXPECT_EQ(parameters_of("/?pr%69ce=%C3%A9").front(), (Parameters::value_type{"price", "é"}));
}

TEST(Target, AnAbsoluteTargetIsReadFromItsPathOn) {
  EXPECT_EQ(parse_target("http://example.org/v1/search?q=x")->path, "/v1/search");
  EXPECT_EQ(parse_target("http://example.org")->path, "/");
  EXPECT_EQ(parse_target("http://example.org?q=x")->parameters.size(), 1U);
}

TEST(Target, WhatDoesNotBeginWithASlashIsRefused) {
  for (const auto* target : {"", "*", "v1/search", "ftp://example.org/", "example.org:443"}) {
    EXPECT_FALSE(parse_target(target)) << target;
  }
}

TEST(Target, ABrokenEscapeIsRefusedWithItsTextAndItsParameter) {
  for (const auto* broken : {"%", "%4", "%zz", "%G0", "% 41"}) {
    const auto target = parse_target(std::string{"/?q="} + broken);
    ASSERT_FALSE(target) << broken;
    EXPECT_EQ(target.error().parameter, "q");
    EXPECT_FALSE(parse_target(std::string{"/v1/sites/"} + broken)) << broken;
  }
  EXPECT_NE(parse_target("/?q=%zz").error().message.find("%zz"), std::string::npos);
}

TEST(PercentDecode, ANulIsRefusedHoweverItIsWritten) {
  for (const std::string_view text : {std::string_view("a%00"), std::string_view("a\0b", 3)}) {
    const auto decoded = percent_decode(text, Plus::is_itself);
    ASSERT_FALSE(decoded);
    EXPECT_NE(decoded.error().message.find("NUL"), std::string::npos) << decoded.error().message;
  }
}

TEST(Target, BytesThatAreNoUtf8AreRefused) {
  EXPECT_FALSE(parse_target("/?q=%FF"));
  EXPECT_FALSE(parse_target("/?q=%C3"));
  EXPECT_FALSE(parse_target("/%ED%A0%80"));
}

TEST(PercentEncoding, DecodingUndoesEncodingForAnyValidText) {
  const auto seed = std::random_device{}();
  std::mt19937 random{seed};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    while (random() % 8 != 0) text += std::array{"a", "%", "+", " ", "é", "/", "&", "=", "\n", "𝒳"}[random() % 10];
    EXPECT_EQ(percent_decode(percent_encode(text), Plus::is_space), text) << "seed " << seed;
    EXPECT_EQ(percent_decode(percent_encode(text), Plus::is_itself), text) << "seed " << seed;
  }
}

}  // namespace
}  // namespace nearme
