#include "text/postcode.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

struct Reading {
  std::string_view text;
  std::string_view key;
  std::string_view district;
  std::string_view country;
  std::string_view written;
};

constexpr Reading kReadings[]{
    {"LS1 4AP", "ls14ap", "ls1", "GB", "LS1 4AP"},
    {"ls14ap", "ls14ap", "ls1", "GB", "LS1 4AP"},
    {"ls1", "ls1", "", "GB", "LS1"},
    {"M1 1AE", "m11ae", "m1", "GB", "M1 1AE"},
    {"sw1a1aa", "sw1a1aa", "sw1a", "GB", "SW1A 1AA"},
    {"w1a 0ax", "w1a0ax", "w1a", "GB", "W1A 0AX"},
    {"B33 8TH", "b338th", "b33", "GB", "B33 8TH"},
    {"EC1A", "ec1a", "", "GB", "EC1A"},
    {"W1A", "w1a", "", "", "W1A"},
    {"je2 3ab", "je23ab", "je2", "JE", "JE2 3AB"},
    {"62701", "62701", "", "", "62701"},
    {"62701-1234", "627011234", "62701", "US", "62701-1234"},
    {"62701 1234", "627011234", "62701", "US", "62701-1234"},
    {"10115", "10115", "", "", "10115"},
    {"D-10115", "10115", "", "DE", "10115"},
    {"CH-8001", "8001", "", "CH", "8001"},
    {"1012 AB", "1012ab", "1012", "NL", "1012 AB"},
    {"1012ab", "1012ab", "1012", "NL", "1012 AB"},
    {"m5v2t6", "m5v2t6", "m5v", "CA", "M5V 2T6"},
    {"M5V", "m5v", "", "", "M5V"},
    {"00-001", "00001", "", "PL", "00-001"},
    {"111 22", "11122", "", "", "111 22"},
    {"D02 AF30", "d02af30", "d02", "IE", "D02 AF30"},
    {"1000-205", "1000205", "1000", "PT", "1000-205"},
    {"AD500", "ad500", "", "AD", "AD500"},
    {" 75001, ", "75001", "", "", "75001"},
};

TEST(Postcode, IsReadInTheFormsOfItsCountry) {
  for (const auto& [text, key, district, country, written] : kReadings) {
    const auto form = postcode_form(text);
    ASSERT_TRUE(form) << text;
    EXPECT_EQ(form->key, key) << text;
    EXPECT_EQ(form->district, district) << text;
    EXPECT_EQ(form->country, country) << text;
    EXPECT_EQ(form->written, written) << text;
  }
}

TEST(Postcode, IsNoWordNoPriceNoHourAndNoCoordinate) {
  for (const auto* text : {"", " ", "leeds", "123", "1", "18:00", "51.5", "£150", "ls1  4ap", "ls1--4ap", "ls",
                           "2026-11", "12345678901234567890", "леедс1", "5 miles", "\xff\xfe", "-10115", "ABC"}) {
    EXPECT_FALSE(postcode_form(text)) << text;
  }
}

TEST(Postcode, TheKeyHoldsLettersAndDigitsAlone) {
  EXPECT_EQ(postcode_key("LS1 4AP"), "ls14ap");
  EXPECT_EQ(postcode_key("00-001"), "00001");
  EXPECT_EQ(postcode_key(" ?"), "");
}

}  // namespace
}  // namespace nearme
