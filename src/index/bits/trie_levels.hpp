#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "index/bits/bit_trie.hpp"

namespace nearme {

/// A bit trie while it is made: the words of each level and, above the leaves, the index of each word's first child.
struct TrieLevels {
  std::array<std::vector<std::uint64_t>, BitTrie::kMaxLevels> words;
  std::array<std::vector<std::uint32_t>, BitTrie::kMaxLevels> first_child;
};

/// The words of a set of positions, which ascend strictly, under `levels` levels.
TrieLevels levels_of(std::span<const std::uint32_t> positions, int levels);

/// The same from the leaves that have members: their numbers, which ascend strictly, and their words.
TrieLevels levels_above(std::span<const std::uint32_t> leaves, std::vector<std::uint64_t> words, int levels);

/// The words of the union of some tries, which all have `levels` levels or are empty.
TrieLevels union_levels_of(std::span<const BitTrie> tries, int levels);

/// The bytes of a trie, in units of eight (docs/image-format.md, section "BITS").
std::vector<std::uint64_t> lay_out(const TrieLevels& trie, int levels);

}  // namespace nearme
