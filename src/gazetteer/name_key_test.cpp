#include "gazetteer/name_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NameKey, OfANameWithoutLettersIsEmpty) {
  for (const auto* name : {"", " ", "-", "(...)"}) EXPECT_EQ(name_key(name), "") << name;
}

TEST(NameKey, CaseAccentsHyphensApostrophesAndSpacesDoNotCount) {
  EXPECT_EQ(name_key("Stratford-upon-Avon"), name_key("stratford upon avon"));
  EXPECT_EQ(name_key("King's Lynn"), name_key("KINGS LYNN"));
  EXPECT_EQ(name_key("Frankfurt (Oder)"), name_key("frankfurt oder"));
  EXPECT_EQ(name_key("München"), name_key("munchen"));
  EXPECT_EQ(name_key("New York"), name_key("newyork"));
}

TEST(NameKey, AnAbbreviatedSaintIsASaint) {
  EXPECT_EQ(name_key("St. Albans"), name_key("Saint Albans"));
  EXPECT_EQ(name_key("Bury St Edmunds"), name_key("Bury Saint Edmunds"));
  EXPECT_EQ(name_key("Sankt Gallen"), name_key("St. Gallen"));
}

TEST(NameKey, AnAbbreviationAloneIsTheNameItself) { EXPECT_EQ(name_key("Ste"), "ste"); }

TEST(PrefixKeys, WhatMayBeAnAbbreviationIsTakenBothWays) {
  EXPECT_THAT(prefix_keys(""), IsEmpty());
  EXPECT_THAT(prefix_keys("Le"), ElementsAre("le"));
  EXPECT_THAT(prefix_keys("St"), ElementsAre("st", "saint"));
  EXPECT_THAT(prefix_keys("St Al"), ElementsAre("saintal"));
}

}  // namespace
}  // namespace nearme
