#pragma once

#include <cstdint>
#include <span>

namespace nearme {

/// The number of set bits in all the words.
std::uint64_t count_bits(std::span<const std::uint64_t> words);

/// The children of a node that are leaves, and where their words stand: one for each bit, in order.
struct LeavesBelow {
  std::uint64_t children;
  const std::uint64_t* words;
};

/// How many bits the leaves below a node of two tries have in common.
std::uint32_t count_common_bits(LeavesBelow a, LeavesBelow b);

/// Whether each `first_child[i]` is the number of bits set in the words before word i, and no word is zero: what makes
/// a level of a bit trie sound. The spans are of equal length.
bool ranks_agree(std::span<const std::uint64_t> words, std::span<const std::uint32_t> first_child);

}  // namespace nearme
