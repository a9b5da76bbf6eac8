#include "index/words/vocabulary.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "index/words/spelling_rows.hpp"
#include "text/edit_distance.hpp"

namespace nearme {
namespace {

constexpr std::uint32_t kSites = 1000;
constexpr std::uint64_t kSeed = 3;

using SitesOf = std::map<std::string, std::vector<std::uint32_t>>;

/// The bytes of a vocabulary with the vocabulary over them.
struct Opened {
  explicit Opened(const SitesOf& sites_of) : bytes(build_vocabulary(sites_of, kSites)) {}
  std::vector<std::byte> bytes;
  Vocabulary vocabulary = Vocabulary::open(bytes, kSites).value();
};

std::string random_word(std::mt19937_64& random) {
  static constexpr std::string_view kLetters[] = {"a", "b", "c", "ä", "д"};
  std::string word;
  for (auto length = 1 + random() % 7; length > 0; --length) word += kLetters[random() % std::size(kLetters)];
  return word;
}

SitesOf random_words(std::size_t count, std::mt19937_64& random) {
  SitesOf sites_of;
  for (std::size_t i = 0; i < count; ++i) sites_of[random_word(random)] = {static_cast<std::uint32_t>(i % kSites)};
  return sites_of;
}

TEST(Vocabulary, OfNoWordsFindsNothing) {
  const Opened none({});
  EXPECT_EQ(none.vocabulary.size(), 0U);
  EXPECT_TRUE(none.vocabulary.find("skin").empty());
  EXPECT_EQ(none.vocabulary.beginning_with("s"), std::pair(std::size_t{0}, std::size_t{0}));
  EXPECT_TRUE(none.vocabulary.spelled_like("skin", 2, 10).empty());
}

TEST(Vocabulary, FindsTheSitesOfAWordAndNotOfItsBeginning) {
  const Opened some({{"skin", {1, 5}}, {"skincare", {7}}});
  EXPECT_EQ(some.vocabulary.find("skin").to_positions(), (std::vector{SitePosition{1}, SitePosition{5}}));
  EXPECT_TRUE(some.vocabulary.find("ski").empty());
  EXPECT_TRUE(some.vocabulary.find("skinny").empty());
}

TEST(Vocabulary, TheWordsThatBeginSoStandTogether) {
  const Opened some({{"laser", {0}}, {"skin", {1}}, {"skincare", {2}}, {"skip", {3}}, {"zoe", {4}}});
  EXPECT_EQ(some.vocabulary.beginning_with("ski"), std::pair(std::size_t{1}, std::size_t{4}));
  EXPECT_EQ(some.vocabulary.beginning_with("skin"), std::pair(std::size_t{1}, std::size_t{3}));
  EXPECT_EQ(some.vocabulary.beginning_with("sl"), std::pair(std::size_t{4}, std::size_t{4}));
  EXPECT_EQ(some.vocabulary.beginning_with(""), std::pair(std::size_t{0}, std::size_t{5}));
}

TEST(Vocabulary, SpelledLikeFindsExactlyTheWordsWithinTheDistance) {
  std::mt19937_64 random(kSeed);
  const SitesOf sites_of = random_words(2000, random);
  const Opened some(sites_of);
  for (int question = 0; question < 200; ++question) {
    const std::string searched = random_word(random);
    const int most = static_cast<int>(random() % 3);
    std::map<std::string, int> expected;
    for (const auto& [word, sites] : sites_of) {
      if (const auto edits = edit_distance(searched, word, most)) expected[word] = *edits;
    }
    std::map<std::string, int> found;
    for (const WordMatch& match : some.vocabulary.spelled_like(searched, most, 10'000))
      found[std::string(match.word)] = match.edits;
    ASSERT_EQ(found, expected) << "seed " << kSeed << ", searched " << searched << ", most " << most;
  }
}

TEST(Vocabulary, SpelledLikeGivesTheFewestEditsThenTheMostSites) {
  const Opened some({{"peel", {0}}, {"peels", {1}}, {"heel", {2, 3}}, {"reels", {4}}});
  const auto matches = some.vocabulary.spelled_like("peel", 2, 3);
  ASSERT_EQ(matches.size(), 3U);
  EXPECT_EQ(matches[0].word, "peel");
  EXPECT_EQ(matches[1].word, "heel");
  EXPECT_EQ(matches[2].word, "peels");
  EXPECT_EQ(matches[2].edits, 1);
}

TEST(Vocabulary, RefusesWordsOutOfOrderAndBytesCutOff) {
  auto bytes = build_vocabulary({{"a", {0}}, {"b", {1}}}, kSites);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(Vocabulary::open(std::span(bytes).first(length), kSites)) << length;
  const auto text = std::ranges::search(bytes, std::array{std::byte{'a'}, std::byte{'b'}});
  std::ranges::reverse(text);
  EXPECT_NE(Vocabulary::open(bytes, kSites).error().message.find("out of order"), std::string::npos);
}

TEST(SpellingRows, AWordSharesTheRowsOfItsBeginning) {
  SpellingRows rows(to_code_points("needle"), 1);
  rows.spell("needels");
  EXPECT_EQ(rows.edits(), 2);
  rows.spell("needel");
  EXPECT_EQ(rows.edits(), 1);
  EXPECT_FALSE(rows.is_hopeless());
}

TEST(SpellingRows, StopsAtABeginningThatNothingCanMend) {
  SpellingRows rows(to_code_points("needle"), 1);
  rows.spell("laser");
  EXPECT_TRUE(rows.is_hopeless());
  EXPECT_EQ(rows.spelled(), "la");
  rows.spell("needles");
  EXPECT_FALSE(rows.is_hopeless());
  EXPECT_EQ(rows.spelled(), "needles");
}

TEST(CodePoints, BytesThatAreNoUtf8AreStillLetters) {
  EXPECT_EQ(to_code_points("\xff\xc3").size(), 1U);
  EXPECT_EQ(to_code_points("aдb").size(), 3U);
}

}  // namespace
}  // namespace nearme
