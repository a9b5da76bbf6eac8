#include "index/tree/box_tree.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "index/bits/bit_trie.hpp"
#include "index/tree/box_tree_layout.hpp"
#include "index/tree/chord_kernels.hpp"

namespace nearme {

namespace layout = box_tree_layout;

Result<BoxTree> BoxTree::open(std::span<const std::byte> bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0)
    return fail(ErrorKind::corrupt, "byte 0 of the box tree does not lie at a multiple of 8");
  if (bytes.size() < layout::kHeadBytes)
    return fail(ErrorKind::corrupt, "byte {} of the box tree is missing: its head has {}", bytes.size(),
                layout::kHeadBytes);
  std::uint32_t head[2];
  std::memcpy(head, bytes.data(), sizeof head);
  BoxTree tree;
  tree.size_ = head[0];
  tree.levels_ = levels_for(tree.size_);
  if (head[1] != static_cast<std::uint32_t>(tree.levels_))
    return fail(ErrorKind::corrupt, "byte 4 of the box tree: {} sites have {} levels, not {}", tree.size_, tree.levels_,
                head[1]);
  std::uint64_t offset = layout::kHeadBytes;
  for (int level = 0; level < tree.levels_; ++level) {
    tree.levels_start_[level] = reinterpret_cast<const float*>(bytes.data() + std::min(offset, bytes.size()));
    offset += layout::node_count(tree.size_, level) * layout::floats_per_node(level) * sizeof(float);
  }
  if (offset != bytes.size())
    return fail(ErrorKind::corrupt, "byte 0 of the box tree: {} sites take {} bytes, not {}", tree.size_, offset,
                bytes.size());
  return tree;
}

const float* BoxTree::lanes(TreeNode node) const {
  return levels_start_[node.level] + node.number * layout::floats_per_node(node.level);
}

void BoxTree::prefetch(TreeNode node) const {
  constexpr std::size_t kFloatsInALine = 16;
  const float* first = lanes(node);
  for (std::size_t i = 0; i < layout::floats_per_node(node.level); i += kFloatsInALine) __builtin_prefetch(first + i);
}

void BoxTree::prefetch(TreeNode leaf, int child) const {
  const float* first = lanes(leaf) + child;
  for (std::size_t group = 0; group < layout::floats_per_node(0) / layout::kLanes; ++group)
    __builtin_prefetch(first + group * layout::kLanes);
}

std::uint64_t BoxTree::sites_below(TreeNode node) const {
  const std::uint64_t covered = std::uint64_t{1} << (6 * (node.level + 1));
  return std::min(covered, size_ - std::min<std::uint64_t>(size_, node.number * covered));
}

std::uint64_t BoxTree::children(TreeNode node) const {
  const std::uint64_t covered_by_child = std::uint64_t{1} << (6 * node.level);
  const std::uint64_t count = (sites_below(node) + covered_by_child - 1) / covered_by_child;
  return count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

void BoxTree::least_chords_squared(TreeNode node, const RoundedPoint& from, std::span<float, 64> out) const {
  if (node.level == 0) {
    least_to_points(PointLanes(lanes(node), 3 * layout::kLanes), from, out);
  } else {
    least_to_boxes(BoxLanes(lanes(node), 6 * layout::kLanes), from, out);
  }
}

void BoxTree::least_chords_squared(TreeNode leaf, const RoundedPoint& from, std::uint64_t among,
                                   std::span<float, 64> out) const {
  const PointLanes points(lanes(leaf), 3 * layout::kLanes);
  for (; among != 0; among &= among - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(among));
    out[lane] = least_to_point(points, lane, from);
  }
}

float BoxTree::least_chord_squared(TreeNode node, const RoundedPoint& from) const {
  const TreeNode parent{.level = node.level + 1, .number = node.number / 64};
  return least_to_box(BoxLanes(lanes(parent), 6 * layout::kLanes), node.number % 64, from);
}

void BoxTree::greatest_chords_squared(TreeNode node, const RoundedPoint& from, std::span<float, 64> out) const {
  if (node.level == 0) {
    greatest_to_points(PointLanes(lanes(node), 3 * layout::kLanes), from, out);
  } else {
    greatest_to_boxes(BoxLanes(lanes(node), 6 * layout::kLanes), from, out);
  }
}

std::span<const float, 64> BoxTree::qualities(TreeNode node) const {
  const std::size_t group = node.level == 0 ? 3 : 6;
  return std::span<const float, 64>(lanes(node) + group * layout::kLanes, layout::kLanes);
}

ChildBounds BoxTree::bounds(TreeNode node) const {
  const float* low = lanes(node);
  const float* high = node.level == 0 ? low : low + 3 * layout::kLanes;
  const auto group = [](const float* from, std::size_t axis) {
    return std::span<const float, 64>(from + axis * layout::kLanes, layout::kLanes);
  };
  return {.low = {group(low, 0), group(low, 1), group(low, 2)},
          .high = {group(high, 0), group(high, 1), group(high, 2)}};
}

}  // namespace nearme
