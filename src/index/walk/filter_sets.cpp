#include "index/walk/filter_sets.hpp"

#include <algorithm>

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

}  // namespace

FilterSets::FilterSets(const Filter& filter, std::uint32_t size) {
  const std::vector<bool> unite = groups_to_unite(filter);
  unions_.reserve(unite.size());
  for (std::size_t i = 0; i < unite.size(); ++i) {
    if (unite[i]) {
      sets_.push_back(&unions_.emplace_back(OwnedBitTrie::union_of(filter.all_of[i].sets, size)).view());
    } else {
      for (const BitTrie& set : filter.all_of[i].sets) sets_.push_back(&set);
    }
    group_ends_.push_back(sets_.size());
  }
  for (const BitTrie& set : filter.none_of) sets_.push_back(&set);
}

void FilterSets::start(std::span<Cursor> cursors) const {
  for (std::size_t i = 0; i < sets_.size(); ++i) cursors[i] = sets_[i]->empty() ? kNowhere : 0;
}

std::uint64_t FilterSets::candidates(int level, std::span<const Cursor> cursors) const {
  std::uint64_t all = ~std::uint64_t{0};
  std::size_t i = 0;
  for (const std::size_t end : group_ends_) {
    std::uint64_t any = 0;
    for (; i < end; ++i) {
      if (cursors[i] != kNowhere) any |= sets_[i]->word(level, cursors[i]);
    }
    all &= any;
  }
  if (level > 0) return all;
  for (; i < sets_.size(); ++i) {
    if (cursors[i] != kNowhere) all &= ~sets_[i]->word(level, cursors[i]);
  }
  return all;
}

bool FilterSets::descend(int level, std::span<const Cursor> from, int child, std::span<Cursor> to) const {
  const std::size_t excluded = group_ends_.empty() ? 0 : group_ends_.back();
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    const bool goes_on = from[i] != kNowhere && (sets_[i]->word(level, from[i]) >> child & 1) != 0;
    to[i] = goes_on ? sets_[i]->child(level, from[i], child) : kNowhere;
    const bool is_full = goes_on && i >= excluded && level == 1 && sets_[i]->word(0, to[i]) == ~std::uint64_t{0};
    if (is_full) return false;
  }
  return true;
}

std::uint64_t FilterSets::members_of_group(std::size_t group) const {
  std::uint64_t members = 0;
  for (std::size_t i = group == 0 ? 0 : group_ends_[group - 1]; i < group_ends_[group]; ++i)
    members += sets_[i]->count();
  return members;
}

double FilterSets::expected_matches(std::uint32_t sites) const {
  double expected = sites;
  for (std::size_t group = 0; group < group_ends_.size(); ++group)
    expected *= std::min(1.0, static_cast<double>(members_of_group(group)) / std::max(sites, 1U));
  return expected;
}

std::uint64_t FilterSets::most_matches(std::uint32_t sites) const {
  std::uint64_t most = sites;
  for (std::size_t group = 0; group < group_ends_.size(); ++group) most = std::min(most, members_of_group(group));
  return most;
}

std::uint64_t FilterSets::count_below(int level, std::span<const Cursor> cursors, std::uint64_t sites) const {
  if (sets_.empty()) return group_ends_.empty() ? sites : 0;
  if (cursors[0] == kNowhere) return 0;
  return sets_[0]->count_below(level, cursors[0]);
}

}  // namespace nearme
