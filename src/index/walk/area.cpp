#include "index/walk/area.hpp"

#include <array>

namespace nearme {

Area::Area(const RoundedPoint& from, const Filter& filter) : from_(from), box_(filter.box) {
  if (filter.radius) {
    most_chord_squared_ = to_chord_squared(*filter.radius);
    most_in_lanes_ = round_down(*most_chord_squared_);
  }
  if (box_) region_.emplace(*box_);
}

std::uint64_t Area::reachable(const BoxTree& tree, TreeNode node, std::span<const float, 64> least,
                              std::uint64_t among) const {
  if (most_chord_squared_) among &= lanes_at_most(least, most_in_lanes_);
  if (region_ && among != 0) among &= region_->may_meet(tree.bounds(node));
  return among;
}

std::uint64_t Area::covered(const BoxTree& tree, TreeNode node) const {
  std::uint64_t bits = ~std::uint64_t{0};
  if (most_chord_squared_) {
    std::array<float, 64> greatest;
    tree.greatest_chords_squared(node, from_, greatest);
    bits &= lanes_at_most(greatest, most_in_lanes_);
  }
  if (region_) bits &= region_->covers(tree.bounds(node));
  return bits;
}

bool Area::contains(LatLon position, double chord_squared) const {
  if (most_chord_squared_ && chord_squared > *most_chord_squared_) return false;
  return !box_ || box_->contains(position);
}

}  // namespace nearme
