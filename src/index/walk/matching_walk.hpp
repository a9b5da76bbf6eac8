#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "index/walk/area.hpp"
#include "index/walk/filter_sets.hpp"
#include "index/walk/match_stretches.hpp"
#include "index/walk/walk.hpp"

namespace nearme {

/// One walk over all matches, depth first. Whole subtrees that lie in the area are taken without a look at their
/// places; where one set alone decides, they are counted without a walk. Cursors stand in one array, a row a level.
///
/// `Taker` is what becomes of the matches, which come in position order: `take(leaf, word)` gets those among the 64
/// positions of a leaf; `take_subtree(node, sites)` how many there are below a node, where it `takes_as_a_whole` what
/// the sets say there. The walk ends when it `has_enough()`.
template <class Taker>
class MatchingWalk {
 public:
  MatchingWalk(const MatchingQuestion& question, Taker& taker);

  /// Whether the budget was enough.
  bool run();

 private:
  void go_across(TreeNode node);
  void go_within(TreeNode node);
  /// The leaves below a node of level 1, those in `covered` without a look at places.
  void take_leaves(TreeNode node, std::uint64_t among, std::uint64_t covered);
  void take_leaf_across(TreeNode leaf, std::uint64_t sites);
  void take(TreeNode leaf, std::uint64_t sites);
  /// Where the taker needs no walk.
  bool take_as_a_whole(TreeNode node);
  /// Those of the children that the area may hold a site of.
  [[nodiscard]] std::uint64_t reachable(TreeNode node, std::uint64_t among) const;
  [[nodiscard]] bool lies_within(SitePosition site) const;
  [[nodiscard]] std::uint64_t candidates(TreeNode node);
  [[nodiscard]] std::span<FilterSets::Cursor> cursors_at(int level);
  /// Takes some words off the budget, and those that unions have cost. False when it was too small.
  bool spend(std::uint64_t words);

  const Index& index_;
  const UnitVector& from_;
  const RoundedPoint rounded_from_;
  const SiteCondition* condition_;
  std::uint64_t budget_;
  Taker& taker_;
  FilterSets sets_;
  Area area_;
  std::uint64_t spent_ = 0;
  std::vector<FilterSets::Cursor> cursors_;
};

/// Counts matches, all of them or until there are enough.
struct MatchCount {
  std::uint64_t enough = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t sites = 0;
  [[nodiscard]] bool has_enough() const { return sites >= enough; }
  [[nodiscard]] static bool takes_as_a_whole(const FilterSets& sets, std::span<const FilterSets::Cursor> cursors) {
    return sets.is_countable(cursors);
  }
  void take(std::uint32_t leaf, std::uint64_t word);
  void take_subtree(TreeNode, std::uint64_t below) { sites += below; }
};

/// Keeps the leaves that have matches, in order.
struct MatchLeaves {
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint64_t> words;
  [[nodiscard]] static constexpr bool has_enough() { return false; }
  [[nodiscard]] static constexpr bool takes_as_a_whole(const FilterSets&, std::span<const FilterSets::Cursor>) {
    return false;
  }
  void take(std::uint32_t leaf, std::uint64_t word);
  void take_subtree(TreeNode, std::uint64_t) {}
};

extern template class MatchingWalk<MatchCount>;
extern template class MatchingWalk<MatchLeaves>;
extern template class MatchingWalk<MatchStretches>;

}  // namespace nearme
