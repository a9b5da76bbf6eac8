#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "index/walk/area.hpp"
#include "index/walk/filter_sets.hpp"
#include "index/walk/waiting_children.hpp"
#include "index/walk/walk.hpp"

namespace nearme {

/// One best-first walk: of all children of nodes seen so far, sites among them, the one with the greatest possible
/// score is looked at next, and the walk ends when that is below the last result's. Children wait in their node; the
/// nodes stand in a heap by their best child. All of it keeps its memory from one walk to the next of the same thread,
/// so that a walk allocates almost nothing. A scoring must not start a walk.
///
/// Where so few sites are likely to match that a best-first walk would end up nearly everywhere, all matches are swept
/// up in position order instead, without a look at boxes: some thousands at a time are gathered, and of these the best
/// are looked at first. The same answer.
class BestWalk {
 public:
  /// The question asks for one result at least.
  explicit BestWalk(const BestQuestion& question);

  [[nodiscard]] std::vector<Hit> run();

 private:
  using Cursors = std::uint32_t;  ///< where in the pool those of a node start
  using LeafWords = std::array<std::uint64_t, 64>;

  /// A node that was looked into, with what leads further down: its cursors or, above the leaves, the matches in each
  /// of them.
  struct Place {
    TreeNode node;
    Cursors cursors = 0;
    std::optional<std::uint32_t> leaves = {};
  };
  struct Opened {
    Place place;
    WaitingChildren waiting;
  };
  /// An opened node that has a child waiting.
  struct InLine {
    float bound = 0;
    std::uint32_t opened = 0;
  };
  /// A match that may be worth an exact look.
  struct Candidate {
    float bound = 0;
    float least_chord_squared = 0;
    SitePosition site{};
  };
  struct Memory {
    std::vector<Opened> opened;
    std::vector<InLine> line;
    std::vector<LeafWords> leaves;
    std::vector<FilterSets::Cursor> cursors;
    std::vector<Candidate> gathered;
  };

  void walk_best_first(TreeNode root);
  void open(TreeNode node, Cursors cursors);
  void open_leaf(TreeNode leaf, std::uint64_t members);
  /// As long as there are too few results, looks at the best of a leaf's sites at once; gives the others.
  [[nodiscard]] std::uint64_t look_at_some(TreeNode leaf, std::uint64_t sites);
  /// Those of the sites of a leaf that may score enough to be results.
  [[nodiscard]] std::uint64_t promising(TreeNode leaf, std::uint64_t sites) const;
  void let_wait(const Place& place, std::uint64_t children);
  void stand_in_line(std::uint32_t opened);
  /// Whatever is looked at next is probably this.
  void prefetch_front() const;
  void look_at(Place place, int child);

  [[nodiscard]] bool is_worth_a_sweep() const;
  void sweep(TreeNode node, Cursors cursors);
  void sweep_leaves(TreeNode node, Cursors cursors, std::uint64_t among);
  void sweep_leaf(TreeNode leaf, std::uint64_t members);
  void look_at_gathered();
  void bound_gathered();
  /// The child of a leaf whose bounds stand in `least_` and `bounds_`.
  [[nodiscard]] Candidate candidate(TreeNode leaf, int child) const;

  /// Puts the cursors of a child at the end of the pool. False when it is known to hold no match.
  bool descend(TreeNode parent, Cursors from, int child);
  /// The children that the sets allow.
  std::uint64_t members(TreeNode node, Cursors cursors);
  /// Whether the leaves below are narrowed to their matches together: where sets promise what they do not all hold.
  [[nodiscard]] bool is_to_narrow(TreeNode node) const;
  /// Those `among` the leaves below a node of level 1 that hold matches, which are written to `leaves`.
  std::uint64_t narrow(Cursors cursors, std::uint64_t among, LeafWords& leaves);
  /// Those `among` the children that the area may hold a site of; with any, their least chords are written to `least_`.
  std::uint64_t reachable_children(TreeNode node, std::uint64_t among);
  /// The same; with any, their bounds are written to `bounds_`.
  std::uint64_t allowed_children(TreeNode node, std::uint64_t among);
  /// For children whose least chords stand in `least_`.
  void write_bounds(TreeNode node, std::uint64_t among);

  /// A candidate if its bounds let it in.
  void offer(const Candidate& candidate);
  void offer(SitePosition site);
  [[nodiscard]] bool could_enter(double bound) const { return !is_full() || bound >= hits_.front().score; }
  [[nodiscard]] bool is_full() const { return hits_.size() == question_.limit; }
  [[nodiscard]] bool is_behind_cursor(const Hit& hit) const;
  [[nodiscard]] std::span<FilterSets::Cursor> cursors_at(Cursors first) const;

  const BestQuestion question_;
  const RoundedPoint from_;
  const BoxTree& tree_;
  FilterSets sets_;
  Area area_;
  Memory& memory_;
  bool leaves_are_full_ = true;  ///< that more than a few sites of a usual leaf match
  std::vector<Hit> hits_;        ///< a heap with the last one first
  std::array<float, 64> least_{};
  std::array<float, 64> bounds_{};
};

}  // namespace nearme
