#include "service/endpoints/parameters.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(ExpectOnly, NoParametersAreAlwaysRight) {
  EXPECT_TRUE(expect_only({}, {}));
  EXPECT_TRUE(expect_only({}, {"q"}));
}

TEST(ExpectOnly, AnUnknownParameterIsNamedWithTheKnownOnes) {
  const auto outcome = expect_only({{"q", "a"}, {"colour", "red"}}, {"q", "limit"});
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().parameter, "colour");
  EXPECT_NE(outcome.error().message.find("q, limit"), std::string::npos);
}

TEST(ExpectOnly, AParameterThatStandsTwiceIsRefused) {
  EXPECT_EQ(expect_only({{"q", "a"}, {"q", "a"}}, {"q"}).error().parameter, "q");
}

TEST(LimitOf, IsTheUsualOneUnlessGiven) {
  EXPECT_EQ(limit_of({}, 10, 50), 10U);
  EXPECT_EQ(limit_of({{"limit", ""}}, 10, 50), 10U);
  EXPECT_EQ(limit_of({{"limit", "50"}}, 10, 50), 50U);
}

TEST(LimitOf, WhatIsNoWholeNumberInRangeIsRefused) {
  for (const auto* text : {"0", "51", "-1", "1.5", "ten", " 1", "1 ", "99999999999999999999"}) {
    EXPECT_FALSE(limit_of({{"limit", text}}, 10, 50)) << text;
  }
}

}  // namespace
}  // namespace nearme
