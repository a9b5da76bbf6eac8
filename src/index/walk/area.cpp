#include "index/walk/area.hpp"

#include <array>
#include <bit>

namespace nearme {
namespace {

/// Those of the lanes `among` that hold at most `most`.
std::uint64_t at_most(std::span<const float, 64> lanes, double most, std::uint64_t among) {
  std::uint64_t bits = among;
  for (; among != 0; among &= among - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(among));
    if (lanes[lane] > most) bits &= ~(std::uint64_t{1} << lane);
  }
  return bits;
}

}  // namespace

Area::Area(const RoundedPoint& from, const Filter& filter) : from_(from), box_(filter.box) {
  if (filter.radius) most_chord_squared_ = to_chord_squared(*filter.radius);
  if (box_) region_.emplace(*box_);
}

std::uint64_t Area::reachable(const BoxTree& tree, TreeNode node, std::span<const float, 64> least,
                              std::uint64_t among) const {
  if (most_chord_squared_) among = at_most(least, *most_chord_squared_, among);
  if (region_ && among != 0) among &= region_->may_meet(tree.bounds(node));
  return among;
}

std::uint64_t Area::covered(const BoxTree& tree, TreeNode node) const {
  std::uint64_t bits = ~std::uint64_t{0};
  if (most_chord_squared_) {
    std::array<float, 64> greatest;
    tree.greatest_chords_squared(node, from_, greatest);
    bits = at_most(greatest, *most_chord_squared_, bits);
  }
  if (region_) bits &= region_->covers(tree.bounds(node));
  return bits;
}

bool Area::contains(LatLon position, double chord_squared) const {
  if (most_chord_squared_ && chord_squared > *most_chord_squared_) return false;
  return !box_ || box_->contains(position);
}

}  // namespace nearme
