#include "text/unicode.hpp"

#include <random>

#include <gtest/gtest.h>

namespace nearme {
namespace {

std::string random_bytes(std::mt19937& random) {
  std::string bytes(random() % 24, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(random() % 4 == 0 ? random() % 256 : 'a' + random() % 26);
  return bytes;
}

TEST(Fold, NothingFoldsToNothing) { EXPECT_EQ(fold(""), ""); }

TEST(Fold, CaseAndAccentsDoNotCount) {
  EXPECT_EQ(fold("Zürich"), "zurich");
  EXPECT_EQ(fold("ZURICH"), "zurich");
  EXPECT_EQ(fold("Zu\u0308rich"), "zurich");
  EXPECT_EQ(fold("Genève"), "geneve");
  EXPECT_EQ(fold("Αθήνα"), fold("ΑΘΗΝΑ"));
  EXPECT_EQ(fold("Орёл"), fold("ОРЕЛ"));
}

TEST(Fold, LettersThatUnicodeDoesNotDecomposeBecomeTheirPlainSpelling) {
  EXPECT_EQ(fold("Łódź"), "lodz");
  EXPECT_EQ(fold("Tromsø"), "tromso");
  EXPECT_EQ(fold("Đakovo"), "dakovo");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(fold("Ærø"), "aero");
  EXPECT_EQ(fold("Þingvellir"), "thingvellir");
  EXPECT_EQ(fold("DIYARBAKIR"), fold("Diyarbakır"));
  EXPECT_EQ(fold("İstanbul"), "istanbul");
}

TEST(Fold, CompatibilityFormsBecomeTheLettersThatTheyStandFor) {
  EXPECT_EQ(fold("ﬁller"), "filler");
  EXPECT_EQ(fold("Ｌｅｅｄｓ"), "leeds");
  EXPECT_EQ(fold("micro\u00ADneedling"), "microneedling");
}

TEST(Fold, MarksThatMakeAnotherLetterStay) {
  EXPECT_EQ(fold("が"), "が");
  EXPECT_NE(fold("が"), fold("か"));
  EXPECT_EQ(fold("서울"), "서울");
  EXPECT_EQ(fold("हिन्दी"), "हिन्दी");
}

TEST(Fold, BytesThatAreNoUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(fold("a\xFF"
                 "b"),
            "a\uFFFDb");
}

TEST(Fold, FoldingAFoldedTextChangesNothing) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    const auto once = fold(random_bytes(random));
    EXPECT_TRUE(is_valid_utf8(once)) << "seed " << seed;
    EXPECT_EQ(fold(once), once) << "seed " << seed;
  }
}

TEST(ValidUtf8, TellsOverlongCutAndSurrogateBytesFromText) {
  for (const auto* good : {"", "Leeds", "Zürich", "서울", "😀"}) EXPECT_TRUE(is_valid_utf8(good)) << good;
  for (const auto* bad : {"\xC0\xAF", "\xE2\x82", "\xED\xA0\x80", "\x80", "\xF5\x80\x80\x80"}) {
    EXPECT_FALSE(is_valid_utf8(bad));
  }
}

TEST(Length, CountsCodePointsAndNotBytes) {
  EXPECT_EQ(length(""), 0U);
  EXPECT_EQ(length("Zürich"), 6U);
  EXPECT_EQ(length("😀"), 1U);
  EXPECT_EQ(length("\xFF\xFF"), 2U);
}

}  // namespace
}  // namespace nearme
