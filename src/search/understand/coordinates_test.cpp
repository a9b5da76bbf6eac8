#include "search/understand/coordinates.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(WrittenPosition, IsFoundInTheMiddleOfWords) {
  const auto found = find_position("needling around 51.5,-0.12 please");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->position, *LatLon::make({.lat = 51.5, .lon = -0.12}));
  EXPECT_EQ(found->begin, 16U);
  EXPECT_EQ(found->end, 26U);
}

TEST(WrittenPosition, MayHaveSpacesAndAScheme) {
  EXPECT_TRUE(find_position("51.5, -0.12"));
  EXPECT_EQ(find_position("geo:51.5,-0.12")->begin, 0U);
  EXPECT_TRUE(find_position("+51.5,+0.12"));
}

TEST(WrittenPosition, WhatIsNoPairOnTheGlobeIsNone) {
  for (const auto* text :
       {"", "51.5", "51,12", "under 1,500", "91.5,0.1", "51.5,200.5", "1.2.3,4.5", "-", "51.5,", ",51.5", "abc,def"}) {
    EXPECT_FALSE(find_position(text)) << text;
  }
}

}  // namespace
}  // namespace nearme
