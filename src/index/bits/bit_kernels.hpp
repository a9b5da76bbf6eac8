#pragma once

#include <cstdint>
#include <span>

namespace nearme {

/// The number of set bits in all the words.
std::uint64_t count_bits(std::span<const std::uint64_t> words);

/// Whether each `first_child[i]` is the number of bits set in the words before word i, and no word is zero: what makes
/// a level of a bit trie sound. The spans are of equal length.
bool ranks_agree(std::span<const std::uint64_t> words, std::span<const std::uint32_t> first_child);

}  // namespace nearme
