#include "index/walk/match_stretches.hpp"

#include <algorithm>
#include <bit>

#include "index/run_time_dispatch.hpp"

namespace nearme {
namespace {

/// Which bit is the set one that `rank` others stand before. By halves.
int bit_of_rank(std::uint64_t word, std::uint32_t rank) {
  int bit = 0;
  for (int width = 32; width > 0; width /= 2) {
    const auto below = static_cast<std::uint32_t>(std::popcount(word & ((std::uint64_t{1} << width) - 1)));
    if (rank < below) continue;
    rank -= below;
    word >>= width;
    bit += width;
  }
  return bit;
}

}  // namespace

void MatchStretches::take(std::uint32_t leaf, std::uint64_t word) {
  const auto count = static_cast<std::uint32_t>(std::popcount(word));
  stretches_.push_back({.first = leaf * 64, .sites = count, .word = word});
  sites_ += count;
}

void MatchStretches::take_subtree(TreeNode node, std::uint64_t below) {
  const auto first = static_cast<std::uint32_t>(std::uint64_t{node.number} << (6 * (node.level + 1)));
  stretches_.push_back({.first = first, .sites = static_cast<std::uint32_t>(below), .word = 0});
  sites_ += below;
}

NEARME_FOR_EACH_CPU std::vector<SitePosition> MatchStretches::spread(std::size_t limit) const {
  const std::uint64_t wanted = std::min<std::uint64_t>(limit, sites_);
  std::vector<SitePosition> chosen;
  chosen.reserve(wanted);
  std::uint64_t before = 0;
  for (const Stretch& stretch : stretches_) {
    while (chosen.size() < wanted) {
      // The middle of the part of all matches that this one stands for.
      const std::uint64_t rank = (2 * chosen.size() + 1) * sites_ / (2 * wanted);
      if (rank >= before + stretch.sites) break;
      chosen.push_back(site_in(stretch, static_cast<std::uint32_t>(rank - before)));
    }
    before += stretch.sites;
  }
  return chosen;
}

SitePosition MatchStretches::site_in(const Stretch& stretch, std::uint32_t rank) {
  const std::uint32_t place = stretch.word == 0 ? rank : static_cast<std::uint32_t>(bit_of_rank(stretch.word, rank));
  return SitePosition{stretch.first + place};
}

}  // namespace nearme
