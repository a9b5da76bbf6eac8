#include "text/edit_distance.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace nearme {
namespace {

/// The whole table, as in the definition.
int slow_distance(const std::string& a, const std::string& b) {
  std::vector table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = static_cast<int>(i + j);
        continue;
      }
      const int replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

std::string random_word(std::mt19937& random) {
  std::string word(random() % 10, 'a');
  for (auto& letter : word) letter = static_cast<char>('a' + random() % 3);
  return word;
}

TEST(EditDistance, BetweenEqualWordsIsNothing) {
  EXPECT_EQ(edit_distance("", "", 0), 0);
  EXPECT_EQ(edit_distance("leeds", "leeds", 0), 0);
  EXPECT_EQ(edit_distance("leeds", "leeds", std::numeric_limits<int>::max()), 0);
}

TEST(EditDistance, ToTheEmptyWordIsTheLength) {
  EXPECT_EQ(edit_distance("", "abc", 3), 3);
  EXPECT_EQ(edit_distance("abc", "", 2), std::nullopt);
}

TEST(EditDistance, TwoSwappedNeighboursAreOneEdit) { EXPECT_EQ(edit_distance("mirco", "micro", 1), 1); }

TEST(EditDistance, ALetterOfSeveralBytesIsOneLetter) {
  EXPECT_EQ(edit_distance("zürich", "zurich", 1), 1);
  EXPECT_EQ(edit_distance("서울", "서운", 1), 1);
}

TEST(EditDistance, NothingIsWithinFewerThanNoEdits) { EXPECT_EQ(edit_distance("a", "a", -1), std::nullopt); }

TEST(EditDistance, AgreesWithTheWholeTableForRandomWords) {
  for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
    std::mt19937 random(seed);
    const auto a = random_word(random);
    const auto b = random_word(random);
    const int most = static_cast<int>(random() % 6);
    const int slow = slow_distance(a, b);
    const auto expected = slow <= most ? std::optional(slow) : std::nullopt;
    EXPECT_EQ(edit_distance(a, b, most), expected) << "seed " << seed << ": " << a << ", " << b << ", " << most;
  }
}

TEST(EditsAllowed, ShortWordsMustBeRightAndLongOnesMayHaveTwoTypos) {
  const std::vector<int> expected{0, 0, 0, 0, 1, 1, 1, 1, 2, 2};
  for (std::size_t letters = 0; letters < expected.size(); ++letters) {
    EXPECT_EQ(edits_allowed(letters), expected[letters]) << letters;
  }
}

}  // namespace
}  // namespace nearme
