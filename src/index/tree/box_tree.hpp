#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "geo/distance.hpp"
#include "index/site_position.hpp"

namespace nearme {

struct RoundedPoint;

/// A node of the tree: number `number` of its level; level 0 nodes cover 64 positions each.
struct TreeNode {
  int level = 0;
  std::uint32_t number = 0;
};

constexpr TreeNode child_of(TreeNode parent, int child) {
  return {.level = parent.level - 1, .number = parent.number * 64 + static_cast<std::uint32_t>(child)};
}

/// The site that a child of a leaf is.
constexpr SitePosition site_of(TreeNode leaf, int child) {
  return SitePosition{leaf.number * 64 + static_cast<std::uint32_t>(child)};
}

constexpr TreeNode leaf_of(SitePosition site) { return {.level = 0, .number = to_number(site) / 64}; }
constexpr int child_in_leaf(SitePosition site) { return static_cast<int>(to_number(site) % 64); }

/// The bounds of a node's children on the unit sphere, a lane each, axis by axis. Lanes of children that do not exist
/// hold nothing of meaning.
struct ChildBounds {
  std::span<const float, 64> low[3];
  std::span<const float, 64> high[3];
};

/// A read-only 64-ary tree of boxes over sites in Hilbert order.
///
/// Node i of level l covers positions [i*64^(l+1), (i+1)*64^(l+1)). It holds, for each of its up to 64 children, the
/// bounding box on the unit sphere as float32 (x, y, z), rounded outwards so that nothing is lost, and an upper bound
/// of the static quality below it. At level 0 the children are the sites themselves: points, rounded to the nearest
/// float32 (0.4 m on the ground) and their own quality.
///
/// Life: `build_box_tree` once -> bytes -> `open` as often as wanted. `open` copies nothing; the bytes (a file mapping,
/// as a rule) must outlive the tree. Immutable after `open`; threads: any. Layout, byte by byte: docs/image-format.md,
/// section "BOXES".
class BoxTree {
 public:
  /// Checks every offset and count once, here, so that walks need no checks.
  /// Errors: corrupt, with the byte position of the first thing wrong.
  [[nodiscard]] static Result<BoxTree> open(std::span<const std::byte> bytes);

  [[nodiscard]] std::uint32_t size() const { return size_; }  ///< sites
  [[nodiscard]] int levels() const { return levels_; }
  [[nodiscard]] TreeNode root() const { return {.level = levels_ - 1, .number = 0}; }

  /// Has the processor fetch what a look at the children of a node reads, or at one site of a leaf.
  void prefetch(TreeNode node) const;
  void prefetch(TreeNode leaf, int child) const;

  /// A bit for each child that exists.
  [[nodiscard]] std::uint64_t children(TreeNode node) const;

  /// How many sites stand below a node.
  [[nodiscard]] std::uint64_t sites_below(TreeNode node) const;

  /// For each child a lower bound of the squared chord from `from` to anything in it: never too large; for a site too
  /// small by two metres on the ground at most. Children that do not exist get 8, more than any chord.
  void least_chords_squared(TreeNode node, const RoundedPoint& from, std::span<float, 64> out) const;

  /// The same for those sites of a leaf alone that are `among`: cheaper when they are one or two.
  void least_chords_squared(TreeNode leaf, const RoundedPoint& from, std::uint64_t among,
                            std::span<float, 64> out) const;

  /// The same for all of a node that is not the root, from its box.
  [[nodiscard]] float least_chord_squared(TreeNode node, const RoundedPoint& from) const;

  /// For each child an upper bound of the same; to tell when a whole subtree lies within a radius.
  void greatest_chords_squared(TreeNode node, const RoundedPoint& from, std::span<float, 64> out) const;

  /// For each child an upper bound of the static quality in it; on level 0 the site's own.
  [[nodiscard]] std::span<const float, 64> qualities(TreeNode node) const;

  /// The boxes of the children; on level 0 both ends are the point, rounded to the nearest float32.
  [[nodiscard]] ChildBounds bounds(TreeNode node) const;

 private:
  [[nodiscard]] const float* lanes(TreeNode node) const;

  std::uint32_t size_ = 0;
  int levels_ = 0;
  const float* levels_start_[6] = {};  ///< per level: node after node; 4 x 64 floats on level 0, else 7 x 64
};

/// What a tree is built from, one a site, in Hilbert order.
struct TreeLeaf {
  UnitVector point;
  float quality = 0;
};

std::vector<std::byte> build_box_tree(std::span<const TreeLeaf> leaves);

/// The same where leaves are worked out one by one, each once and in order, so that they need not all be in memory.
std::vector<std::byte> build_box_tree(std::uint32_t sites, const std::function<TreeLeaf(std::uint32_t)>& leaf);

}  // namespace nearme
