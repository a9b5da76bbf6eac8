#include "gazetteer/spelling_segments.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "text/edit_distance.hpp"

namespace nearme {
namespace {

std::set<std::uint32_t> segments_of(std::string_view word) {
  std::set<std::uint32_t> hashes;
  for_each_segment(word, [&](std::uint32_t hash) { hashes.insert(hash); });
  return hashes;
}

bool share_a_segment(std::string_view typed, int most, std::string_view word) {
  const auto segments = segments_of(word);
  bool share = false;
  for_each_probe(typed, most, [&](std::uint32_t hash) { share = share || segments.contains(hash); });
  return share;
}

TEST(SpellingSegments, NothingHasNone) {
  EXPECT_TRUE(segments_of("").empty());
  EXPECT_TRUE(segments_of("a").empty());
  for_each_probe("", 1, [](std::uint32_t) { FAIL(); });
}

/// One random edit: a letter more, less, another, or two swapped.
std::string with_one_edit(std::string word, std::mt19937& random) {
  const auto at = random() % word.size();
  const auto letter = static_cast<char>('a' + random() % 4);
  switch (random() % 4) {
    case 0:
      return word.insert(at, 1, letter);
    case 1:
      return word.erase(at, 1);
    case 2:
      word[at] = letter;
      return word;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
      return word;
  }
}

TEST(SpellingSegments, EveryWordWithinTheAllowedEditsSharesOneWithWhatWasTyped) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  int compared = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string word(3 + random() % 14, 'a');
    std::ranges::generate(word, [&] { return static_cast<char>('a' + random() % 4); });
    auto typed = with_one_edit(word, random);
    if (random() % 2 == 0) typed = with_one_edit(typed, random);
    const int most = edits_allowed(typed.size());
    if (most == 0 || !edit_distance(typed, word, most)) continue;
    ++compared;
    ASSERT_TRUE(share_a_segment(typed, most, word)) << typed << " for " << word << ", seed " << kSeed;
  }
  EXPECT_GT(compared, 50'000);
}

}  // namespace
}  // namespace nearme
