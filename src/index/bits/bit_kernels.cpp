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
