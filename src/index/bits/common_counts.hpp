#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/bits/bit_trie.hpp"

namespace nearme {

/// For each of the sets how many members it has in common with one, all over positions of the same image. All are
/// walked down together, so that what is fetched for one does not wait for another. Cost: the words of the sets below
/// nodes where `with` has members.
std::vector<std::uint32_t> counts_in_common(const BitTrie& with, std::span<const BitTrie> sets);

/// The same for one set.
std::uint32_t count_common(const BitTrie& a, const BitTrie& b);

}  // namespace nearme
