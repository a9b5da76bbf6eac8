#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/tree/box_tree.hpp"
#include "index/walk/filter_sets.hpp"

namespace nearme {

/// The matches of a walk as stretches of positions, in order: of a leaf those in its word, of a subtree in which every
/// site matches no more than where it begins and ends. Any of them is found again by its rank.
class MatchStretches {
 public:
  [[nodiscard]] static constexpr bool has_enough() { return false; }
  [[nodiscard]] static bool takes_as_a_whole(const FilterSets& sets, std::span<const FilterSets::Cursor> cursors) {
    return sets.lets_all_pass(cursors);
  }
  void take(std::uint32_t leaf, std::uint64_t word);
  void take_subtree(TreeNode node, std::uint64_t below);

  [[nodiscard]] std::uint64_t sites() const { return sites_; }

  /// At most `limit` of them, evenly spread by rank.
  [[nodiscard]] std::vector<SitePosition> spread(std::size_t limit) const;

 private:
  struct Stretch {
    std::uint32_t first;  ///< position
    std::uint32_t sites;
    std::uint64_t word;  ///< which of the 64 positions from the first; 0: all of the stretch
  };

  [[nodiscard]] static SitePosition site_in(const Stretch& stretch, std::uint32_t rank);

  std::vector<Stretch> stretches_;
  std::uint64_t sites_ = 0;
};

}  // namespace nearme
