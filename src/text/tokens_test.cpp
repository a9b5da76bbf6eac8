#include "text/tokens.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include "text/unicode.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const auto& token : tokenize(text)) words.push_back(token.word);
  return words;
}

TEST(Tokens, ATextWithoutLettersHasNone) {
  for (const auto* text : {"", " ", "...", "'", "' '", "\u00AD", "\xFF\xFE"}) {
    EXPECT_THAT(words_of(text), IsEmpty()) << text;
  }
}

TEST(Tokens, WordsEndAtEverythingThatIsNeitherLetterNorDigit) {
  EXPECT_THAT(words_of("Micro-needling, near Leeds/York (LS1 4AP)"),
              ElementsAre("micro", "needling", "near", "leeds", "york", "ls1", "4ap"));
}

TEST(Tokens, AnApostropheInsideAWordIsDroppedAndOneBesideItIsNot) {
  EXPECT_THAT(words_of("women's"), ElementsAre("womens"));
  EXPECT_THAT(words_of("King’s Lynn"), ElementsAre("kings", "lynn"));
  EXPECT_THAT(words_of("'quoted' rock''n roll"), ElementsAre("quoted", "rock", "n", "roll"));
}

TEST(Tokens, EachLetterOfAsciiHasItsRoleByIcu) {
  for (char letter = 0; letter >= 0 && letter < 0x7f; ++letter) {
    const auto words = words_of(std::string("a") + letter + "b");
    const auto code_point = static_cast<UChar32>(letter);
    if (letter == '\'' || letter == '`') {
      EXPECT_THAT(words, ElementsAre("ab")) << int{letter};
    } else if (u_isalnum(code_point)) {
      EXPECT_EQ(words.size(), 1U) << int{letter};
    } else {
      EXPECT_EQ(words.size(), u_charType(code_point) == U_CURRENCY_SYMBOL ? 3U : 2U) << int{letter};
    }
  }
}

TEST(Tokens, OfRandomAsciiAreItsFoldedStretchesWithoutApostrophes) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    std::string text(random() % 60, '\0');
    for (auto& letter : text) letter = static_cast<char>(random() % 3 == 0 ? random() % 0x80 : "aB'9 "[random() % 5]);
    for (const auto& token : tokenize(text)) {
      std::string expected = fold(text.substr(token.begin, token.end - token.begin));
      std::erase_if(expected, [](char letter) { return letter == '\'' || letter == '`'; });
      EXPECT_EQ(token.word, expected) << "seed " << seed;
    }
  }
}

TEST(Tokens, RememberTheBytesThatTheyCameFrom) {
  EXPECT_THAT(tokenize("à Zürich!"), ElementsAre(Token{"a", 0, 2}, Token{"zurich", 3, 10}));
  EXPECT_THAT(tokenize("l’Oréal"), ElementsAre(Token{"loreal", 0, 10}));
}

TEST(Tokens, ACurrencySignIsATokenOfItsOwn) {
  EXPECT_THAT(words_of("under £120 or 90€"), ElementsAre("under", "£", "120", "or", "90", "€"));
  EXPECT_THAT(words_of("¥5000"), ElementsAre("¥", "5000"));
}

TEST(Tokens, ScriptsWithoutSpacesAreSplitByDictionary) {
  const auto words = words_of("東京の皮膚科");
  EXPECT_GT(words.size(), 1U);
  EXPECT_THAT(words, testing::Contains("東京"));
  EXPECT_GT(words_of("คลินิกผิวหนัง").size(), 1U);
}

TEST(Tokens, HangulIsSplitAtItsSpaces) { EXPECT_THAT(words_of("서울 피부과"), ElementsAre("서울", "피부과")); }

TEST(Tokens, NoMoreThan256AreLookedAt) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a ";
  EXPECT_EQ(tokenize(text).size(), 256U);
  std::string japanese;
  for (int i = 0; i < 1000; ++i) japanese += "東京の";
  EXPECT_EQ(tokenize(japanese).size(), 256U);
}

TEST(Tokens, OfAnyBytesLieInOrderAndInsideTheText) {
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    std::mt19937 random(seed);
    std::string bytes(random() % 40, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random() % 256);
    std::size_t reached = 0;
    for (const auto& token : tokenize(bytes)) {
      EXPECT_LE(reached, token.begin) << "seed " << seed;
      EXPECT_LT(token.begin, token.end) << "seed " << seed;
      EXPECT_LE(token.end, bytes.size()) << "seed " << seed;
      EXPECT_FALSE(token.word.empty()) << "seed " << seed;
      EXPECT_TRUE(is_valid_utf8(token.word)) << "seed " << seed;
      reached = token.end;
    }
  }
}

}  // namespace
}  // namespace nearme
