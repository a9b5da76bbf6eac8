#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "index/walk/area.hpp"
#include "index/walk/filter_sets.hpp"
#include "index/walk/walk.hpp"

namespace nearme {

/// One walk over all matches in position order, depth first. Cursors stand in one array, a row a level.
class MatchingWalk {
 public:
  using Visit = std::function<bool(SitePosition, double chord_squared)>;

  MatchingWalk(const Index& index, const UnitVector& from, const Filter& filter, const Visit& visit);

  void run();

 private:
  bool go_through(TreeNode node);
  bool visit_sites(TreeNode leaf, std::uint64_t sites);
  [[nodiscard]] std::span<FilterSets::Cursor> cursors_at(int level);

  const Index& index_;
  const UnitVector& from_;
  const Visit& visit_;
  FilterSets sets_;
  Area area_;
  std::vector<FilterSets::Cursor> cursors_;
};

/// One walk that counts matches. Subtrees that lie wholly in the area are counted without a look at their places, and
/// where one set alone decides, without a walk.
class CountingWalk {
 public:
  CountingWalk(const Index& index, const UnitVector& from, const Filter& filter, std::uint64_t budget);

  [[nodiscard]] Count run();

 private:
  void count_across(TreeNode node);
  void count_covered(TreeNode node);
  void count_sites(TreeNode leaf, std::uint64_t sites, std::uint64_t covered);
  /// Takes one node off the budget. False when there is none left: the count is a lower bound from then on.
  bool spend();
  [[nodiscard]] std::uint64_t candidates(TreeNode node);
  [[nodiscard]] std::span<FilterSets::Cursor> cursors_at(int level);

  const Index& index_;
  const UnitVector& from_;
  FilterSets sets_;
  Area area_;
  std::uint64_t budget_;
  Count count_;
  std::vector<FilterSets::Cursor> cursors_;
};

}  // namespace nearme
