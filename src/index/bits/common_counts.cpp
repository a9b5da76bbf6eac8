#include "index/bits/common_counts.hpp"

#include <array>
#include <bit>

#include "index/run_time_dispatch.hpp"

namespace nearme {
namespace {

/// Where a set stands in a node of the walk.
struct Place {
  std::uint32_t set;
  std::uint32_t index;
};

/// The words of the leaves below a node, by child; nothing in those of children that do not exist.
struct Leaves {
  std::uint64_t children;
  std::array<std::uint64_t, 64> words;
};

class CommonCounts {
 public:
  CommonCounts(const BitTrie& with, std::span<const BitTrie> sets) : with_(with), sets_(sets), counts_(sets.size()) {}

  std::vector<std::uint32_t> count() && {
    for (std::uint32_t set = 0; set < sets_.size(); ++set)
      if (!sets_[set].empty()) places_.push_back({.set = set, .index = 0});
    if (!with_.empty()) count_below(with_.levels() - 1, 0, 0);
    return std::move(counts_);
  }

 private:
  /// Counts below a node of `with`, in which the sets stand as the places from `first` on say.
  void count_below(int level, std::uint32_t index, std::size_t first) {
    if (level == 0) return count_in_leaf(with_.word(0, index), first);
    if (level == 1) return count_in_leaves(leaves_below(index), first);
    const std::size_t end = places_.size();
    std::uint32_t child_index = with_.first_child(level, index);
    for (std::uint64_t rest = with_.word(level, index); rest != 0; rest &= rest - 1, ++child_index) {
      descend(level, std::countr_zero(rest), first, end);
      if (places_.size() > end) count_below(level - 1, child_index, end);
      places_.resize(end);
    }
  }

  /// Puts behind all places those of a child, of the sets that have it.
  NEARME_FOR_EACH_CPU void descend(int level, int child, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      const auto [set, index] = places_[i];
      if ((sets_[set].word(level, index) >> child & 1) != 0)
        places_.push_back({.set = set, .index = sets_[set].child(level, index, child)});
    }
  }

  [[nodiscard]] Leaves leaves_below(std::uint32_t index) const {
    Leaves leaves{.children = with_.word(1, index), .words = {}};
    std::uint32_t leaf = with_.first_child(1, index);
    for (std::uint64_t rest = leaves.children; rest != 0; rest &= rest - 1, ++leaf)
      leaves.words[static_cast<std::size_t>(std::countr_zero(rest))] = with_.word(0, leaf);
    return leaves;
  }

  NEARME_FOR_EACH_CPU void count_in_leaves(const Leaves& leaves, std::size_t first) {
    for (std::size_t i = first; i < places_.size(); ++i) {
      const auto [set, index] = places_[i];
      const std::uint64_t children = sets_[set].word(1, index);
      const std::uint64_t* words = sets_[set].words(0).data() + sets_[set].first_child(1, index);
      int common = 0;
      for (std::uint64_t rest = children & leaves.children; rest != 0; rest &= rest - 1) {
        const std::uint64_t before = children & ((rest & -rest) - 1);
        common += std::popcount(words[std::popcount(before)] &
                                leaves.words[static_cast<std::size_t>(std::countr_zero(rest))]);
      }
      counts_[set] += static_cast<std::uint32_t>(common);
    }
  }

  void count_in_leaf(std::uint64_t word, std::size_t first) {
    for (std::size_t i = first; i < places_.size(); ++i) {
      const auto [set, index] = places_[i];
      counts_[set] += static_cast<std::uint32_t>(std::popcount(word & sets_[set].word(0, index)));
    }
  }

  const BitTrie& with_;
  std::span<const BitTrie> sets_;
  std::vector<std::uint32_t> counts_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<std::uint32_t> counts_in_common(const BitTrie& with, std::span<const BitTrie> sets) {
  return CommonCounts(with, sets).count();
}

std::uint32_t count_common(const BitTrie& a, const BitTrie& b) { return counts_in_common(a, {&b, 1}).front(); }

}  // namespace nearme
