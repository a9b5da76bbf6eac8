#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/walk/filter.hpp"

namespace nearme {

/// The sets of a filter, walked in step with the box tree.
///
/// A walk keeps one cursor a set for each node: where the set's word for that node stands, or nowhere. Few sets are
/// walked as they are; more than eight are first made fewer by uniting alternatives. The filter must outlive this.
class FilterSets {
 public:
  using Cursor = std::uint32_t;

  FilterSets(const Filter& filter, std::uint32_t size);
  FilterSets(const FilterSets&) = delete;
  FilterSets& operator=(const FilterSets&) = delete;

  [[nodiscard]] std::size_t cursor_count() const { return sets_.size(); }

  /// Sets the cursors of the root.
  void start(std::span<Cursor> cursors) const;

  /// A bit for each child of a node that may hold a match; on level 0 exactly those that match.
  [[nodiscard]] std::uint64_t candidates(int level, std::span<const Cursor> cursors) const;

  /// Sets the cursors `to` of a child of a node that has the cursors `from`. False when the child is known to be wholly
  /// excluded; the cursors mean nothing then.
  [[nodiscard]] bool descend(int level, std::span<const Cursor> from, int child, std::span<Cursor> to) const;

  /// Whether a child may be promised by the words of every set and still hold no match: with two sets or more.
  [[nodiscard]] bool may_promise_too_much() const { return group_ends_.size() > 1; }

  /// Roughly how many matches there are, were the sets independent of each other.
  [[nodiscard]] double expected_matches(std::uint32_t sites) const;

  /// The members of the smallest group: no more nodes than these hold a match. All sites, when there is no group.
  [[nodiscard]] std::uint64_t most_matches(std::uint32_t sites) const;

  /// Whether the matches below a node can be counted without a walk: there is one set to be in, or none, and nothing to
  /// be out of.
  [[nodiscard]] bool is_countable() const { return sets_.empty() || (sets_.size() == 1 && group_ends_.size() == 1); }

  /// The matches below a node, which has `sites` sites. Only where countable.
  [[nodiscard]] std::uint64_t count_below(int level, std::span<const Cursor> cursors, std::uint64_t sites) const;

 private:
  /// How many members the sets of a group have together, each set for itself.
  [[nodiscard]] std::uint64_t members_of_group(std::size_t group) const;

  std::vector<const BitTrie*> sets_;     ///< the groups' one after the other, then the excluded ones
  std::vector<std::size_t> group_ends_;  ///< a site must be in one set of each group
  std::vector<OwnedBitTrie> unions_;
};

}  // namespace nearme
