#include "index/walk/filter_sets.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "index/run_time_dispatch.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostCursors = 8;
constexpr FilterSets::Cursor kNowhere = 0xffffffff;

/// Which groups are united before the walk: the largest, one after the other, until few enough sets are left.
std::vector<bool> groups_to_unite(const Filter& filter) {
  std::vector<std::size_t> sizes;
  std::size_t total = filter.none_of.size();
  for (const AnyOf& group : filter.all_of) {
    sizes.push_back(group.sets.size());
    total += group.sets.size();
  }
  std::vector<bool> unite(sizes.size());
  while (total > kMostCursors) {
    const auto largest = std::ranges::max_element(sizes);
    if (largest == sizes.end() || *largest < 2) break;
    total -= *largest - 1;
    *largest = 1;
    unite[static_cast<std::size_t>(largest - sizes.begin())] = true;
  }
  return unite;
}

/// The word of a leaf below a node of level 1.
std::uint64_t word_of_leaf(const BitTrie& set, FilterSets::Cursor node, int leaf) {
  if (node == kNowhere || (set.word(1, node) >> leaf & 1) == 0) return 0;
  return set.word(0, set.child(1, node, leaf));
}

}  // namespace

FilterSets::FilterSets(const Filter& filter) {
  const std::vector<bool> unite = groups_to_unite(filter);
  for (std::size_t i = 0; i < unite.size(); ++i) {
    const std::vector<BitTrie>& alternatives = filter.all_of[i].sets;
    std::uint64_t& members = members_.emplace_back();
    for (const BitTrie& set : alternatives) members += set.count();
    if (unite[i]) {
      unions_.emplace_back(alternatives);
    } else {
      for (const BitTrie& set : alternatives) sets_.push_back(&set);
      group_ends_.push_back(sets_.size());
    }
  }
  for (const BitTrie& set : filter.none_of) sets_.push_back(&set);
}

void FilterSets::start(std::span<Cursor> cursors) const {
  std::size_t i = 0;
  for (const BitTrie* set : sets_) cursors[i++] = set->empty() ? kNowhere : 0;
  for (const UnionOnTheWay& set : unions_) cursors[i++] = set.empty() ? kNowhere : 0;
}

NEARME_FOR_EACH_CPU std::uint64_t FilterSets::candidates(int level, std::span<const Cursor> cursors) {
  std::uint64_t all = ~std::uint64_t{0};
  std::size_t i = 0;
  for (const std::size_t end : group_ends_) {
    std::uint64_t any = 0;
    for (; i < end; ++i) {
      if (cursors[i] != kNowhere) any |= sets_[i]->word(level, cursors[i]);
    }
    all &= any;
  }
  for (std::size_t u = 0; u < unions_.size() && all != 0; ++u) {
    const Cursor cursor = cursors[sets_.size() + u];
    all &= cursor == kNowhere ? 0 : unions_[u].word(level, cursor);
  }
  if (level > 0) return all;
  for (; i < sets_.size(); ++i) {
    if (cursors[i] != kNowhere) all &= ~sets_[i]->word(level, cursors[i]);
  }
  return all;
}

NEARME_FOR_EACH_CPU bool FilterSets::descend(int level, std::span<const Cursor> from, int child, std::span<Cursor> to) {
  const std::size_t excluded = group_ends_.empty() ? 0 : group_ends_.back();
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    const bool goes_on = from[i] != kNowhere && (sets_[i]->word(level, from[i]) >> child & 1) != 0;
    to[i] = goes_on ? sets_[i]->child(level, from[i], child) : kNowhere;
    const bool is_full = goes_on && i >= excluded && level == 1 && sets_[i]->word(0, to[i]) == ~std::uint64_t{0};
    if (is_full) return false;
  }
  // Whoever descends has asked for the candidates: every union has this child.
  for (std::size_t u = 0; u < unions_.size(); ++u)
    to[sets_.size() + u] = unions_[u].child(level, from[sets_.size() + u], child);
  return true;
}

std::vector<UnionOnTheWay::Mark> FilterSets::mark() const {
  std::vector<UnionOnTheWay::Mark> marks;
  for (const UnionOnTheWay& set : unions_) marks.push_back(set.mark());
  return marks;
}

void FilterSets::release(std::span<const UnionOnTheWay::Mark> marks) {
  for (std::size_t u = 0; u < marks.size(); ++u) unions_[u].release(marks[u]);
}

double FilterSets::expected_matches(std::uint32_t sites) const {
  double expected = sites;
  for (const std::uint64_t members : members_)
    expected *= std::min(1.0, static_cast<double>(members) / std::max(sites, 1U));
  return expected;
}

std::uint64_t FilterSets::most_matches(std::uint32_t sites) const {
  std::uint64_t most = sites;
  for (const std::uint64_t members : members_) most = std::min(most, members);
  return most;
}

bool FilterSets::is_countable(std::span<const Cursor> cursors) const {
  const std::size_t wanted = group_ends_.empty() ? 0 : group_ends_.back();
  if (!unions_.empty() || group_ends_.size() > 1 || wanted > 1) return false;
  return std::ranges::all_of(cursors.subspan(wanted), [](Cursor cursor) { return cursor == kNowhere; });
}

bool FilterSets::lets_all_pass(std::span<const Cursor> cursors) const {
  return group_ends_.empty() && is_countable(cursors);
}

std::uint64_t FilterSets::count_below(int level, std::span<const Cursor> cursors, std::uint64_t sites) const {
  if (group_ends_.empty()) return sites;
  if (group_ends_.back() == 0) return 0;
  if (cursors[0] == kNowhere) return 0;
  return sets_[0]->count_below(level, cursors[0]);
}

NEARME_FOR_EACH_CPU std::uint64_t FilterSets::narrow_leaves(std::span<const Cursor> cursors, std::uint64_t among,
                                                            std::span<std::uint64_t, 64> leaves) {
  std::uint64_t left = 0;
  for (std::uint64_t rest = among; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    std::uint64_t& leaf = leaves[static_cast<std::size_t>(child)];
    leaf &= matches_in_leaf(cursors, child);
    left |= std::uint64_t{leaf != 0} << child;
  }
  return left;
}

NEARME_FOR_EACH_CPU std::uint64_t FilterSets::matches_in_leaf(std::span<const Cursor> cursors, int child) {
  std::uint64_t all = ~std::uint64_t{0};
  std::size_t i = 0;
  for (const std::size_t end : group_ends_) {
    std::uint64_t any = 0;
    for (; i < end; ++i) any |= word_of_leaf(*sets_[i], cursors[i], child);
    all &= any;
  }
  for (std::size_t u = 0; u < unions_.size() && all != 0; ++u)
    all &= unions_[u].word(0, unions_[u].child(1, cursors[sets_.size() + u], child));
  for (; i < sets_.size(); ++i) all &= ~word_of_leaf(*sets_[i], cursors[i], child);
  return all;
}

std::uint64_t FilterSets::words_dealt() const {
  std::uint64_t words = 0;
  for (const UnionOnTheWay& set : unions_) words += set.words_dealt();
  return words;
}

}  // namespace nearme
