#include "index/bits/bit_trie.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace nearme {
namespace {

constexpr std::uint64_t kSeed = 7;
constexpr std::uint32_t kSizes[] = {1, 2, 63, 64, 65, 4096, 4097, 300'000};

/// A random set of positions below `size`, about one in `rarity` of them.
std::vector<std::uint32_t> random_positions(std::uint32_t size, std::uint32_t rarity, std::mt19937_64& random) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t position = 0; position < size; ++position) {
    if (random() % rarity == 0) positions.push_back(position);
  }
  return positions;
}

std::vector<std::uint32_t> to_numbers(const BitTrie& trie) {
  std::vector<std::uint32_t> numbers;
  for (const SitePosition position : trie.to_positions()) numbers.push_back(to_number(position));
  return numbers;
}

TEST(LevelsFor, EachLevelCoversSixtyFourTimesAsMuch) {
  EXPECT_EQ(levels_for(0), 1);
  EXPECT_EQ(levels_for(64), 1);
  EXPECT_EQ(levels_for(65), 2);
  EXPECT_EQ(levels_for(4096), 2);
  EXPECT_EQ(levels_for(10'000'000), 4);
  EXPECT_EQ(levels_for(0xffffffff), 6);
}

TEST(BitTrie, TheEmptySetContainsNothing) {
  EXPECT_FALSE(BitTrie{}.contains(SitePosition{0}));
  const auto empty = OwnedBitTrie::from_positions({}, 5000);
  EXPECT_TRUE(empty.view().empty());
  EXPECT_FALSE(empty.view().contains(SitePosition{4999}));
  EXPECT_TRUE(empty.view().to_positions().empty());
  EXPECT_TRUE(BitTrie::open(build_bit_trie({}, 5000), 5000));
  EXPECT_TRUE(BitTrie::open(build_bit_trie({}, 0), 0));
}

TEST(BitTrie, GivesBackThePositionsThatItWasBuiltFrom) {
  std::mt19937_64 random(kSeed);
  for (const std::uint32_t size : kSizes) {
    for (const std::uint32_t rarity : {1U, 2U, 100U, 5000U}) {
      const auto positions = random_positions(size, rarity, random);
      const auto bytes = build_bit_trie(positions, size);
      const auto trie = BitTrie::open(bytes, size);
      ASSERT_TRUE(trie) << trie.error().message;
      EXPECT_EQ(to_numbers(*trie), positions) << "seed " << kSeed << ", size " << size << ", one in " << rarity;
      EXPECT_EQ(trie->count(), positions.size());
    }
  }
}

TEST(BitTrie, ContainsItsMembersAndNoOthers) {
  std::mt19937_64 random(kSeed);
  const std::uint32_t size = 10'000;
  const auto positions = random_positions(size, 30, random);
  const auto trie = OwnedBitTrie::from_positions(positions, size);
  for (std::uint32_t position = 0; position < size; ++position) {
    ASSERT_EQ(trie.view().contains(SitePosition{position}), std::ranges::binary_search(positions, position));
  }
  EXPECT_FALSE(trie.view().contains(SitePosition{0xffffffff}));
}

TEST(BitTrie, TheWordOfALeafHasItsMembers) {
  std::mt19937_64 random(kSeed);
  for (const std::uint32_t size : {1U, 64U, 65U, 10'000U}) {
    const auto positions = random_positions(size, 30, random);
    const auto trie = OwnedBitTrie::from_positions(positions, size);
    std::vector<std::uint64_t> words(size / 64 + 2);
    for (const std::uint32_t position : positions) words[position / 64] |= std::uint64_t{1} << (position % 64);
    for (std::uint32_t leaf = 0; leaf < words.size(); ++leaf) ASSERT_EQ(trie.view().leaf_word(leaf), words[leaf]);
    EXPECT_EQ(trie.view().leaf_word(0x3ffffff), 0U);
  }
}

TEST(BitTrie, TheMembersBelowTheChildrenOfTheRootAreAllMembers) {
  std::mt19937_64 random(kSeed);
  const auto trie = OwnedBitTrie::from_positions(random_positions(300'000, 50, random), 300'000);
  const BitTrie& set = trie.view();
  const int root = set.levels() - 1;
  std::uint64_t sum = 0;
  for (int child = 0; child < 64; ++child) {
    if ((set.word(root, 0) >> child & 1) != 0) sum += set.count_below(root - 1, set.child(root, 0, child));
  }
  EXPECT_EQ(sum, set.count());
  EXPECT_EQ(set.count_below(root, 0), set.count());
}

TEST(BitTrie, RefusesBytesThatAreCutOffOrChanged) {
  const std::vector<std::uint32_t> positions{0, 63, 64, 4999};
  const auto whole = build_bit_trie(positions, 5000);
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_FALSE(BitTrie::open(std::span(whole).first(length), 5000)) << length;
  std::vector<std::uint32_t> many(200);
  std::ranges::generate(many, [next = 0U]() mutable { return next += 24; });
  const auto trie = build_bit_trie(many, 5000);
  for (std::size_t length = 0; length < trie.size(); ++length)
    EXPECT_FALSE(BitTrie::open(std::span(trie).first(length), 5000)) << length;
  auto wrong_count = whole;
  wrong_count[0] ^= std::byte{1};
  EXPECT_EQ(BitTrie::open(wrong_count, 5000).error().kind, ErrorKind::corrupt);
}

TEST(BitTrie, RefusesAMemberBehindTheLastSite) {
  const std::vector<std::uint32_t> positions{4999};
  EXPECT_NE(BitTrie::open(build_bit_trie(positions, 5000), 4999).error().message.find("4999"), std::string::npos);
}

TEST(BitTrie, OpenedFromAListIsTheTrieThatTheSameMembersMake) {
  std::mt19937_64 random(kSeed);
  for (const std::uint32_t size : kSizes) {
    for (const std::uint32_t count : {1U, 2U, 5U, BitTrie::kMostListed, BitTrie::kMostListed + 1}) {
      std::set<std::uint32_t> members;
      while (members.size() < std::min(count, size)) members.insert(static_cast<std::uint32_t>(random() % size));
      const std::vector<std::uint32_t> positions(members.begin(), members.end());
      const auto bytes = build_bit_trie(positions, size);
      const BitTrie opened = BitTrie::open(bytes, size).value();
      const auto owned = OwnedBitTrie::from_positions(positions, size);
      const BitTrie& twin = owned.view();
      ASSERT_EQ(opened.levels(), twin.levels());
      for (int level = 0; level < twin.levels(); ++level) {
        ASSERT_TRUE(std::ranges::equal(opened.words(level), twin.words(level)))
            << "seed " << kSeed << ", size " << size;
        for (std::uint32_t index = 0; level > 0 && index < twin.words(level).size(); ++index)
          ASSERT_EQ(opened.first_child(level, index), twin.first_child(level, index));
      }
    }
  }
}

TEST(BitTrie, OpenedFromAListOutlivesTheBytes) {
  std::vector<std::byte> bytes = build_bit_trie(std::vector<std::uint32_t>{3, 400}, 5000);
  const BitTrie copy = BitTrie::over_checked(bytes.data(), 5000);
  std::ranges::fill(bytes, std::byte{255});
  EXPECT_EQ(to_numbers(copy), (std::vector<std::uint32_t>{3, 400}));
}

TEST(BitTrie, RefusesAListThatDoesNotAscend) {
  auto bytes = build_bit_trie(std::vector<std::uint32_t>{3, 400}, 5000);
  std::swap(bytes[8], bytes[12]);
  std::swap(bytes[9], bytes[13]);
  EXPECT_EQ(BitTrie::open(bytes, 5000).error().kind, ErrorKind::corrupt);
}

TEST(BitTrieUnion, HoldsWhatAnyOfTheSetsHolds) {
  std::mt19937_64 random(kSeed);
  for (const std::uint32_t size : kSizes) {
    std::set<std::uint32_t> expected;
    std::vector<OwnedBitTrie> owned;
    std::vector<BitTrie> tries{BitTrie{}};
    for (int i = 0; i < 20; ++i) {
      const auto positions = random_positions(size, 500, random);
      expected.insert(positions.begin(), positions.end());
      tries.push_back(owned.emplace_back(OwnedBitTrie::from_positions(positions, size)).view());
    }
    const auto united = OwnedBitTrie::union_of(tries, size);
    EXPECT_EQ(to_numbers(united.view()), std::vector(expected.begin(), expected.end())) << "size " << size;
  }
}

TEST(BitTrieUnion, OfNothingIsEmpty) { EXPECT_TRUE(OwnedBitTrie::union_of({}, 100).view().empty()); }

TEST(OwnedBitTrie, KeepsItsViewWhenItIsMoved) {
  const std::vector<std::uint32_t> positions{3, 77};
  auto first = OwnedBitTrie::from_positions(positions, 100);
  const OwnedBitTrie second = std::move(first);
  EXPECT_EQ(to_numbers(second.view()), positions);
}

}  // namespace
}  // namespace nearme
