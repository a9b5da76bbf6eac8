#include "intake/cells.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

std::string reason_of(const Result<LatLon>& position) { return position ? "none" : position.error().message; }

TEST(Cells, WhiteSpaceOfEveryKindIsOneSpaceOrNone) {
  EXPECT_EQ(tidy(""), "");
  EXPECT_EQ(tidy(" \t\xC2\xA0 "), "");
  EXPECT_EQ(tidy("\r\n High\n  Street\xC2\xA0"
                 "1 "),
            "High Street 1");
}

TEST(Cells, AListLeavesOutWhatSaysNothing) {
  EXPECT_TRUE(list_of("").empty());
  EXPECT_TRUE(list_of(" ; n/a;-").empty());
  EXPECT_EQ(list_of("a; b c ;;a"), (std::vector<std::string>{"a", "b c", "a"}));
}

TEST(Cells, NumbersMayHaveACommaAndAnExponentButNothingElse) {
  EXPECT_EQ(number_of("53,7974"), 53.7974);
  EXPECT_EQ(number_of(" -9.1E-2 "), -0.091);
  EXPECT_EQ(number_of("+1.5"), 1.5);
  for (const auto* wrong : {"", "nan", "inf", "1.2.3", "1,234.5", "53.8N", "0x10", "+-1", "1 2"}) {
    EXPECT_EQ(number_of(wrong), std::nullopt) << wrong;
  }
}

TEST(Cells, ACountIsWholeAndFitsIntoThirtyTwoBits) {
  EXPECT_EQ(count_of("12.0"), 12U);
  EXPECT_EQ(count_of("4294967295"), 4294967295U);
  for (const auto* wrong : {"-1", "1.5", "4294967296", "many"}) EXPECT_EQ(count_of(wrong), std::nullopt) << wrong;
}

TEST(Cells, APositionOutOfRangeSaysWhenTheOtherWayRoundWouldFit) {
  EXPECT_EQ(reason_of(position_of("-1.55", "53.8")), "none");
  EXPECT_NE(reason_of(position_of("153.8", "-1.5")).find("swapped"), std::string::npos);
  EXPECT_EQ(reason_of(position_of("253.8", "-1.5")), "latitude is not between -90 and 90");
  EXPECT_EQ(reason_of(position_of("1", "181")), "longitude is not between -180 and 180");
}

TEST(Cells, ZeroZeroIsNoPositionButZeroLongitudeIs) {
  EXPECT_NE(reason_of(position_of("0", "0.0")), "none");
  EXPECT_EQ(reason_of(position_of("51.48", "0")), "none");
}

TEST(Cells, OneCellMayHoldThePositionAsAPairInBracketsOrAsWkt) {
  const auto leeds = LatLon::make({.lat = 53.8, .lon = -1.55});
  EXPECT_EQ(position_of("53.8, -1.55"), leeds);
  EXPECT_EQ(position_of("1 High Street\nLeeds\n(53.8, -1.55)"), leeds);
  EXPECT_EQ(position_of("POINT (-1.55 53.8)"), leeds);
  EXPECT_EQ(reason_of(position_of("1 High Street, Leeds")), "position holds no latitude and longitude");
}

TEST(Cells, PricesHaveTheirCurrencyBeforeOrAfter) {
  const auto prices = price_list_of("micro-needling=120 GBP; peel = £85.50;filler=EUR 1,200; prp");
  ASSERT_EQ(prices.size(), 4);
  EXPECT_EQ(prices[0].service, "micro-needling");
  EXPECT_EQ(prices[0].price, (Money{.hundredths = 12000, .currency = "GBP"}));
  EXPECT_EQ(prices[1].price, (Money{.hundredths = 8550, .currency = "GBP"}));
  EXPECT_EQ(prices[2].price, (Money{.hundredths = 120000, .currency = "EUR"}));
  EXPECT_EQ(prices[3].price, std::nullopt);
}

TEST(Cells, APriceWithoutARightAmountOrCurrencyIsNone) {
  for (const auto* wrong : {"a=120", "a=GBP", "a=$120", "a=1.2345 GBP5", "a=12O GBP x", "a=-5 GBP"}) {
    const auto prices = price_list_of(wrong);
    ASSERT_EQ(prices.size(), 1) << wrong;
    EXPECT_EQ(prices[0].price, std::nullopt) << wrong;
  }
}

TEST(Cells, OnlyWebAddressesBecomeLinks) {
  EXPECT_EQ(web_address_of("HTTP://clinic.example/a?b=1"), "http://clinic.example/a?b=1");
  EXPECT_EQ(web_address_of("www.clinic.example"), "https://www.clinic.example");
  EXPECT_EQ(web_address_of("clinic.example:8080/x"), "https://clinic.example:8080/x");
  for (const auto* wrong : {"", "javascript:alert(1)", "data:text/html,x", "none", "a@b.example", "ftp://a.example",
                            "http://", "http://a b.example", "https://a.example/\"onclick=", "x.y"}) {
    EXPECT_EQ(web_address_of(wrong), std::nullopt) << wrong;
  }
}

TEST(Cells, LanguagesAreTagsOrNames) {
  EXPECT_EQ(language_of("EN"), "en");
  EXPECT_EQ(language_of("pt-br"), "pt-BR");
  EXPECT_EQ(language_of("Deutsch"), "de");
  EXPECT_EQ(language_of("Spanish"), "es");
  for (const auto* wrong : {"", "xx-", "Klingonisch?", "qq", "english please"}) {
    EXPECT_EQ(language_of(wrong), std::nullopt) << wrong;
  }
}

TEST(Cells, YesAndNoHaveFourSpellingsEach) {
  EXPECT_EQ(yes_or_no(" YES"), true);
  EXPECT_EQ(yes_or_no("0"), false);
  EXPECT_EQ(yes_or_no("maybe"), std::nullopt);
}

}  // namespace
}  // namespace nearme
