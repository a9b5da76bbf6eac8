#include "index/walk/union_on_the_way.hpp"

#include <bit>
#include <random>

#include <gtest/gtest.h>

namespace nearme {
namespace {

constexpr std::uint64_t kSeed = 20261122;

std::vector<OwnedBitTrie> random_tries(std::size_t count, std::uint32_t size, std::mt19937_64& random) {
  std::vector<OwnedBitTrie> tries;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::uint32_t> positions;
    for (std::uint64_t position = random() % 1000; position < size; position += 1 + random() % 1000)
      positions.push_back(static_cast<std::uint32_t>(position));
    tries.push_back(OwnedBitTrie::from_positions(positions, size));
  }
  return tries;
}

/// Compares a union on the way with one made at once, node by node, and lets go of what lies below each.
void expect_same(UnionOnTheWay& united, UnionOnTheWay::Cursor cursor, const BitTrie& twin, std::uint32_t index,
                 int level) {
  ASSERT_EQ(united.word(level, cursor), twin.word(level, index)) << "level " << level << ", seed " << kSeed;
  if (level == 0) return;
  const auto mark = united.mark();
  for (std::uint64_t rest = twin.word(level, index); rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    expect_same(united, united.child(level, cursor, child), twin, twin.child(level, index, child), level - 1);
  }
  united.release(mark);
}

TEST(UnionOnTheWay, HasTheWordsOfTheWholeUnionAtEveryNode) {
  std::mt19937_64 random(kSeed);
  for (const std::uint32_t size : {1U, 64U, 65U, 4096U, 4097U, 300'000U}) {
    const auto owned = random_tries(20, size, random);
    std::vector<BitTrie> tries{BitTrie{}};
    for (const OwnedBitTrie& trie : owned) tries.push_back(trie.view());
    const auto whole = OwnedBitTrie::union_of(tries, size);
    UnionOnTheWay united(tries);
    ASSERT_EQ(united.empty(), whole.view().empty());
    if (!united.empty()) expect_same(united, 0, whole.view(), 0, whole.view().levels() - 1);
  }
}

TEST(UnionOnTheWay, OfNothingIsEmpty) { EXPECT_TRUE(UnionOnTheWay({}).empty()); }

TEST(UnionOnTheWay, SaysHowManyWordsItDealt) {
  const std::vector<std::uint32_t> positions{0, 63, 64, 5000};
  const auto owned = OwnedBitTrie::from_positions(positions, 6000);
  const std::vector<BitTrie> tries{owned.view(), owned.view()};
  UnionOnTheWay united(tries);
  (void)united.word(2, 0);
  EXPECT_EQ(united.words_dealt(), 0U);
  (void)united.child(2, 0, 0);
  EXPECT_EQ(united.words_dealt(), 4U);  // two children of each of the two
}

}  // namespace
}  // namespace nearme
