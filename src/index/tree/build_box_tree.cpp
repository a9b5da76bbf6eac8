#include <algorithm>
#include <array>
#include <cstring>

#include "index/bits/bit_trie.hpp"
#include "index/tree/box_tree.hpp"
#include "index/tree/box_tree_layout.hpp"
#include "index/tree/chord_kernels.hpp"

namespace nearme {
namespace {

namespace layout = box_tree_layout;

/// Where the lanes of children that do not exist lie: further from the sphere than any chord is long.
constexpr float kNowhere = 9;

struct Box {
  std::array<float, 3> low{kNowhere, kNowhere, kNowhere};
  std::array<float, 3> high{-kNowhere, -kNowhere, -kNowhere};
  float quality = 0;

  void cover(const Box& other) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      low[axis] = std::min(low[axis], other.low[axis]);
      high[axis] = std::max(high[axis], other.high[axis]);
    }
    quality = std::max(quality, other.quality);
  }
};

Box box_around(const TreeLeaf& leaf) {
  const RoundedPoint point = round_both_ways(leaf.point);
  return {.low = point.low, .high = point.high, .quality = leaf.quality};
}

/// The boxes of the level above, each around 64 of these.
std::vector<Box> cover_by_64(std::span<const Box> boxes) {
  std::vector<Box> above((boxes.size() + 63) / 64);
  for (std::size_t i = 0; i < boxes.size(); ++i) above[i / 64].cover(boxes[i]);
  return above;
}

/// Appends the floats of a level's nodes, all lanes nowhere yet, and gives the first of them.
std::span<float> append_nodes(std::vector<float>& floats, std::uint64_t nodes, int level) {
  const std::size_t start = floats.size();
  const std::size_t count = nodes * layout::floats_per_node(level);
  floats.resize(start + count, kNowhere);
  return std::span(floats).subspan(start, count);
}

/// Writes the lanes of the leaves, and gives the box around each 64 of them.
std::vector<Box> write_leaves(std::uint32_t sites, const std::function<TreeLeaf(std::uint32_t)>& leaf_of,
                              std::span<float> into) {
  constexpr std::size_t kNode = layout::floats_per_node(0);
  std::vector<Box> boxes(into.size() / kNode);
  for (std::uint32_t i = 0; i < boxes.size() * 64; ++i) {
    float* lane = &into[i / 64 * kNode + i % 64];
    lane[3 * layout::kLanes] = 0;
    if (i >= sites) continue;
    const TreeLeaf leaf = leaf_of(i);
    lane[0] = static_cast<float>(leaf.point.x);
    lane[layout::kLanes] = static_cast<float>(leaf.point.y);
    lane[2 * layout::kLanes] = static_cast<float>(leaf.point.z);
    lane[3 * layout::kLanes] = leaf.quality;
    boxes[i / 64].cover(box_around(leaf));
  }
  return boxes;
}

void write_boxes(std::span<const Box> boxes, std::span<float> into) {
  constexpr std::size_t kNode = layout::floats_per_node(1);
  for (std::size_t i = 0; i < into.size() / kNode * 64; ++i) {
    float* lane = &into[i / 64 * kNode + i % 64];
    lane[6 * layout::kLanes] = i < boxes.size() ? boxes[i].quality : 0;
    if (i >= boxes.size()) continue;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      lane[axis * layout::kLanes] = boxes[i].low[axis];
      lane[(3 + axis) * layout::kLanes] = boxes[i].high[axis];
    }
  }
}

}  // namespace

std::vector<std::byte> build_box_tree(std::span<const TreeLeaf> leaves) {
  return build_box_tree(static_cast<std::uint32_t>(leaves.size()),
                        [&](std::uint32_t number) { return leaves[number]; });
}

std::vector<std::byte> build_box_tree(std::uint32_t sites, const std::function<TreeLeaf(std::uint32_t)>& leaf) {
  const int levels = levels_for(sites);
  std::vector<float> floats;
  std::vector<Box> boxes = write_leaves(sites, leaf, append_nodes(floats, layout::node_count(sites, 0), 0));
  for (int level = 1; level < levels; ++level) {
    if (level > 1) boxes = cover_by_64(boxes);
    write_boxes(boxes, append_nodes(floats, layout::node_count(sites, level), level));
  }
  const std::array<std::uint32_t, 2> head{sites, static_cast<std::uint32_t>(levels)};
  std::vector<std::byte> bytes(layout::kHeadBytes + floats.size() * sizeof(float));
  std::memcpy(bytes.data(), head.data(), sizeof head);
  std::memcpy(bytes.data() + layout::kHeadBytes, floats.data(), floats.size() * sizeof(float));
  return bytes;
}

}  // namespace nearme
