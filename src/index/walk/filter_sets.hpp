#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/walk/filter.hpp"
#include "index/walk/union_on_the_way.hpp"

namespace nearme {

/// The sets of a filter, walked in step with the box tree.
///
/// A walk keeps one cursor a set for each node: where the set's word for that node stands, or nowhere. Few sets are
/// walked as they are; where there are more than eight, groups of alternatives are united on the way and walked as one
/// set each. The filter must outlive this. One walk each: what is worked out on the way is kept here.
class FilterSets {
 public:
  using Cursor = std::uint32_t;

  explicit FilterSets(const Filter& filter);
  FilterSets(const FilterSets&) = delete;
  FilterSets& operator=(const FilterSets&) = delete;

  [[nodiscard]] std::size_t cursor_count() const { return sets_.size() + unions_.size(); }

  /// Sets the cursors of the root.
  void start(std::span<Cursor> cursors) const;

  /// A bit for each child of a node that may hold a match; on level 0 exactly those that match.
  [[nodiscard]] std::uint64_t candidates(int level, std::span<const Cursor> cursors);

  /// Sets the cursors `to` of a child of a node that has the cursors `from`. False when the child is known to be wholly
  /// excluded; the cursors mean nothing then.
  [[nodiscard]] bool descend(int level, std::span<const Cursor> from, int child, std::span<Cursor> to);

  /// A depth-first walk takes a mark before it descends from a node, and forgets what lies below when it goes back.
  [[nodiscard]] std::vector<UnionOnTheWay::Mark> mark() const;
  void release(std::span<const UnionOnTheWay::Mark> marks);

  /// Whether a child may be promised by the words of every set and still hold no match: with two sets or more.
  [[nodiscard]] bool may_promise_too_much() const { return group_ends_.size() + unions_.size() > 1; }

  /// Roughly how many matches there are, were the sets independent of each other.
  [[nodiscard]] double expected_matches(std::uint32_t sites) const;

  /// The members of the smallest group: no more nodes than these hold a match. All sites, when there is no group.
  [[nodiscard]] std::uint64_t most_matches(std::uint32_t sites) const;

  /// Whether the matches below a node can be counted without a walk: there is one set to be in, or none, and nothing
  /// below that is in a set to be out of.
  [[nodiscard]] bool is_countable(std::span<const Cursor> cursors) const;

  /// Whether every site below a node is a match.
  [[nodiscard]] bool lets_all_pass(std::span<const Cursor> cursors) const;

  /// The matches below a node, which has `sites` sites. Only where countable.
  [[nodiscard]] std::uint64_t count_below(int level, std::span<const Cursor> cursors, std::uint64_t sites) const;

  /// From a node of level 1, the matches in those of its leaves that are in `among`, all of them candidates: takes out
  /// of each leaf's word what the sets do not allow. A bit for each leaf that has some left. Dearer than a look at one
  /// leaf, far cheaper than a descent to each.
  std::uint64_t narrow_leaves(std::span<const Cursor> cursors, std::uint64_t among,
                              std::span<std::uint64_t, 64> leaves);

  /// How many words unions have been dealt so far: what `candidates` and `descend` cost besides.
  [[nodiscard]] std::uint64_t words_dealt() const;

 private:
  [[nodiscard]] std::uint64_t matches_in_leaf(std::span<const Cursor> cursors, int child);

  std::vector<const BitTrie*> sets_;     ///< the groups' one after the other, then the excluded ones
  std::vector<std::size_t> group_ends_;  ///< a site must be in one set of each group
  std::vector<UnionOnTheWay> unions_;    ///< and in each of these; their cursors stand behind those of the sets
  std::vector<std::uint64_t> members_;   ///< of the sets of each group together, each set for itself
};

}  // namespace nearme
