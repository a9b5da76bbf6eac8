#include "index/bits/bit_kernels.hpp"

#include <bit>
#include <cstddef>

#include "index/run_time_dispatch.hpp"

namespace nearme {

NEARME_FOR_EACH_CPU std::uint64_t count_bits(std::span<const std::uint64_t> words) {
  std::uint64_t count = 0;
  for (const std::uint64_t word : words) count += static_cast<std::uint64_t>(std::popcount(word));
  return count;
}

NEARME_FOR_EACH_CPU std::uint32_t count_common_bits(LeavesBelow a, LeavesBelow b) {
  std::uint32_t count = 0;
  for (std::uint64_t rest = a.children & b.children; rest != 0; rest &= rest - 1) {
    const std::uint64_t before = (rest & -rest) - 1;
    const std::uint64_t a_word = a.words[std::popcount(a.children & before)];
    const std::uint64_t b_word = b.words[std::popcount(b.children & before)];
    count += static_cast<std::uint32_t>(std::popcount(a_word & b_word));
  }
  return count;
}

NEARME_FOR_EACH_CPU bool ranks_agree(std::span<const std::uint64_t> words, std::span<const std::uint32_t> first_child) {
  std::uint64_t rank = 0;
  bool agree = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    agree = agree && words[i] != 0 && first_child[i] == rank;
    rank += static_cast<std::uint64_t>(std::popcount(words[i]));
  }
  return agree;
}

}  // namespace nearme
