#pragma once

#include <cstddef>
#include <cstdint>

namespace nearme {

/// The layout of the bytes of a BoxTree, shared by its builder and its reader (docs/image-format.md, section "BOXES"):
/// a head of 64 bytes, then the levels from the leaves to the root, node after node, lane group after lane group.
namespace box_tree_layout {

constexpr std::size_t kHeadBytes = 64;  ///< u32 sites, u32 levels, zeros
constexpr std::size_t kLanes = 64;
constexpr std::size_t kLeafGroups = 4;    ///< x, y, z, quality
constexpr std::size_t kBranchGroups = 7;  ///< low x, y, z, high x, y, z, quality

constexpr std::size_t floats_per_node(int level) { return (level == 0 ? kLeafGroups : kBranchGroups) * kLanes; }

/// How many nodes a level has; at least one, so that the tree of no sites has a root.
constexpr std::uint64_t node_count(std::uint32_t sites, int level) {
  const std::uint64_t covered = std::uint64_t{1} << (6 * (level + 1));
  return sites == 0 ? 1 : (sites + covered - 1) / covered;
}

}  // namespace box_tree_layout
}  // namespace nearme
