#include "catalogue/osm_rule.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(OsmRule, AStarIsAnEmptyValue) {
  EXPECT_EQ(parse_osm_rule("healthcare=*")->key, "healthcare");
  EXPECT_EQ(parse_osm_rule("healthcare=*")->value, "");
}

TEST(OsmRule, AKeyMayHaveAColon) {
  EXPECT_EQ(parse_osm_rule("healthcare:speciality=dermatology")->key, "healthcare:speciality");
  EXPECT_EQ(parse_osm_rule("healthcare:speciality=dermatology")->value, "dermatology");
}

TEST(OsmRule, WhatIsNotKeyAndValueIsNoRule) {
  for (const auto* text : {"", "=", "shop", "shop=", "=beauty", "*=beauty", "shop=beauty;nails", "Shop=beauty",
                           "shop=Beauty", "shop= beauty", "shop=be*", "shop=a=b", "healthcare=no"}) {
    EXPECT_FALSE(parse_osm_rule(text)) << text;
  }
}

}  // namespace
}  // namespace nearme
