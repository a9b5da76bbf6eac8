#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/walk/area.hpp"
#include "index/walk/filter_sets.hpp"
#include "index/walk/walk.hpp"

namespace nearme {

/// One best-first walk: the node with the greatest possible score is looked at next, and the walk ends when that score
/// is below the last result's. Nodes that wait stand in a heap, their cursors in a pool; both keep their memory from
/// one walk to the next of the same thread, so that a walk allocates almost nothing. A scoring must not start a walk.
///
/// Where so few sites are likely to match that a best-first walk would end up nearly everywhere, all matches are swept
/// up in position order instead: the same answer, without a heap and without a look at boxes.
class BestWalk {
 public:
  /// The question asks for one result at least.
  explicit BestWalk(const BestQuestion& question);

  [[nodiscard]] std::vector<Hit> run();

 private:
  /// A node that waits to be looked at. Its cursors start at `cursors` in the pool.
  struct Waiting {
    double bound = 0;
    TreeNode node;
    std::uint32_t cursors = 0;
  };
  /// A site of a leaf that is worth an exact look.
  struct Prospect {
    double bound = 0;
    int child = 0;
  };
  struct Memory {
    std::vector<Waiting> heap;
    std::vector<FilterSets::Cursor> cursors;
  };

  void walk_best_first(Waiting next);
  [[nodiscard]] bool is_worth_a_sweep() const;
  void sweep(const Waiting& waiting);

  void push_children(const Waiting& parent);
  void push(const Waiting& parent, int child, double bound);
  /// The child of a node with its cursors, at the end of the pool; none when it is known to hold no match.
  std::optional<Waiting> descend(const Waiting& parent, int child, double bound);
  void look_at_sites(const Waiting& leaf);
  void offer(SitePosition site);
  /// The children that the sets and the area allow, their least chords written to `least_`.
  std::uint64_t allowed_children(const Waiting& waiting);
  [[nodiscard]] bool could_enter(double bound) const { return !is_full() || bound >= hits_.front().score; }
  [[nodiscard]] bool is_full() const { return hits_.size() == question_.limit; }
  [[nodiscard]] bool is_behind_cursor(const Hit& hit) const;
  [[nodiscard]] std::span<FilterSets::Cursor> cursors_of(const Waiting& waiting) const;

  const BestQuestion question_;
  const BoxTree& tree_;
  FilterSets sets_;
  Area area_;
  Memory& memory_;
  std::vector<Hit> hits_;  ///< a heap with the last one first
  std::array<float, 64> least_{};
};

}  // namespace nearme
