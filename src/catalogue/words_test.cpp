#include "catalogue/words.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Squash, NothingStaysOfNoLetters) {
  EXPECT_EQ(squash(""), "");
  EXPECT_EQ(squash(" - ' !"), "");
}

TEST(Squash, TheThreeSpellingsOfMicroNeedlingAreOne) {
  EXPECT_EQ(squash("Micro-Needling"), "microneedling");
  EXPECT_EQ(squash("micro needling"), squash("MICRONEEDLING"));
  EXPECT_EQ(squash("micro\u2011needling"), squash("micro\u2013needling"));
}

TEST(Squash, AccentsAndApostrophesMakeNoDifference) {
  EXPECT_EQ(squash("Épilation à la cire"), squash("epilation a la cire"));
  EXPECT_EQ(squash("crow's feet"), squash("Crow\u2019s feet"));
  EXPECT_EQ(squash("Fußpflege"), "fusspflege");
}

TEST(Squash, DigitsAndOtherScriptsStay) {
  EXPECT_EQ(squash("Morpheus 8"), "morpheus8");
  EXPECT_NE(squash("皮肤科"), "");
  EXPECT_NE(squash("皮肤科"), squash("牙科"));
}

TEST(Squash, SquashingTwiceChangesNothingMore) {
  for (const auto* words : {"IPL (intense pulsed light)", "Mésothérapie", "Łysienie", "İstanbul", "\xFF\xFEnails"}) {
    EXPECT_EQ(squash(squash(words)), squash(words)) << words;
  }
}

}  // namespace
}  // namespace nearme
