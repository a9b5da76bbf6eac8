#include "index/bits/common_counts.hpp"

#include <algorithm>
#include <iterator>
#include <random>

#include <gtest/gtest.h>

namespace nearme {
namespace {

constexpr std::uint32_t kSizes[] = {1, 64, 65, 4096, 4097, 300'000};
constexpr std::uint32_t kRarities[] = {1, 2, 30, 900, 50'000};

/// A random set of positions below `size`, about one in `rarity` of them.
std::vector<std::uint32_t> random_positions(std::uint32_t size, std::uint32_t rarity, std::mt19937_64& random) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t position = 0; position < size; ++position) {
    if (random() % rarity == 0) positions.push_back(position);
  }
  return positions;
}

TEST(CountsInCommon, AreThoseOfTheIntersections) {
  std::mt19937_64 random(7);
  for (const std::uint32_t size : kSizes) {
    std::vector<std::vector<std::uint32_t>> positions;
    std::vector<OwnedBitTrie> tries;
    std::vector<BitTrie> sets;
    for (const std::uint32_t rarity : kRarities) {
      positions.push_back(random_positions(size, rarity, random));
      tries.push_back(OwnedBitTrie::from_positions(positions.back(), size));
    }
    for (const OwnedBitTrie& trie : tries) sets.push_back(trie.view());
    for (std::size_t with = 0; with < sets.size(); ++with) {
      const auto counts = counts_in_common(sets[with], sets);
      ASSERT_EQ(counts.size(), sets.size());
      for (std::size_t set = 0; set < sets.size(); ++set) {
        std::vector<std::uint32_t> both;
        std::ranges::set_intersection(positions[with], positions[set], std::back_inserter(both));
        EXPECT_EQ(counts[set], both.size()) << size << " positions, sets " << with << " and " << set;
        EXPECT_EQ(count_common(sets[with], sets[set]), both.size());
      }
    }
  }
}

TEST(CountsInCommon, AreNothingWhereASetIsEmpty) {
  const auto some = OwnedBitTrie::from_positions(std::vector<std::uint32_t>{3, 77}, 100);
  const std::vector<BitTrie> sets{some.view(), BitTrie{}};
  EXPECT_EQ(counts_in_common(some.view(), sets), (std::vector<std::uint32_t>{2, 0}));
  EXPECT_EQ(counts_in_common(BitTrie{}, sets), (std::vector<std::uint32_t>{0, 0}));
  EXPECT_TRUE(counts_in_common(some.view(), {}).empty());
}

}  // namespace
}  // namespace nearme
