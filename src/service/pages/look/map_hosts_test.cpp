#include "service/pages/look/map_hosts.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(IsOrigin, TakesASchemeAHostAndAPortAlone) {
  for (const auto* origin :
       {"https://tiles.example.org", "http://localhost", "http://127.0.0.1:8000", "https://a-b.example"})
    EXPECT_TRUE(is_origin(origin)) << origin;
}

TEST(IsOrigin, RefusesWhateverWouldOpenMoreThanOneHost) {
  for (const auto* wrong : {"",
                            "https://",
                            "https:",
                            "*",
                            "https://*",
                            "https://*.example.org",
                            "https://a.example/",
                            "https://a.example/x",
                            "https://a.example b.example",
                            "https://a.example;",
                            "https://a.example; script-src *",
                            "https://a.example'",
                            "//a.example",
                            "a.example",
                            "data:",
                            "blob:",
                            "'self'",
                            "ftp://a.example",
                            "pmtiles://https://a.example",
                            "https://user@a.example",
                            "https://a.example?x",
                            "https://a.example#x",
                            "https://a.example:0",
                            "https://a.example:65536",
                            "https://a.example:",
                            "https://a.example:80x",
                            "https://:80",
                            "https://[::1]",
                            "https://a_b.example",
                            "https://a.example\n"})
    EXPECT_FALSE(is_origin(wrong)) << wrong;
}

TEST(OriginOfStyle, IsThatOfItsAddress) {
  EXPECT_EQ(origin_of_style("https://tiles.example.org/a/style.json?key=1").value(), "https://tiles.example.org");
  EXPECT_EQ(origin_of_style("http://localhost:8000").value(), "http://localhost:8000");
  EXPECT_EQ(origin_of_style("https://tiles.example.org?key=1").value(), "https://tiles.example.org");
}

TEST(OriginOfStyle, IsNoneForAPathOfOurOwn) {
  EXPECT_EQ(origin_of_style("").value(), "");
  EXPECT_EQ(origin_of_style("/look/style.json").value(), "");
}

TEST(OriginOfStyle, WhatIsNoAddressIsRefusedWithWhatWouldBe) {
  for (const auto* wrong : {"style.json", "//tiles.example.org/s.json", "https://", "https:///s.json",
                            "https://a.example;/s.json", "javascript:alert(1)"}) {
    const auto origin = origin_of_style(wrong);
    ASSERT_FALSE(origin) << wrong;
    EXPECT_EQ(origin.error().message, "'" + std::string(wrong) +
                                          "' is no address of a map style; write it as "
                                          "https://tiles.example.org/style.json");
  }
}

}  // namespace
}  // namespace nearme
