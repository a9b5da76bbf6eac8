#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "index/image/index.hpp"
#include "index/tree/chord_kernels.hpp"
#include "index/walk/box_region.hpp"
#include "index/walk/filter.hpp"

namespace nearme {

/// Where results may lie: within the radius of the walk's start, within the box, or everywhere. Bounds of nodes prune;
/// the exact decision is made from a site's stored position.
class Area {
 public:
  Area(const RoundedPoint& from, const Filter& filter);

  /// Those of the children `among` a node's that may hold a site of the area; `least` has the children's least chords,
  /// squared. A bit each.
  [[nodiscard]] std::uint64_t reachable(const BoxTree& tree, TreeNode node, std::span<const float, 64> least,
                                        std::uint64_t among) const;

  /// A bit for each child whose sites all lie in the area.
  [[nodiscard]] std::uint64_t covered(const BoxTree& tree, TreeNode node) const;

  [[nodiscard]] bool contains(LatLon position, double chord_squared) const;
  [[nodiscard]] bool has_radius() const { return most_chord_squared_.has_value(); }
  [[nodiscard]] bool is_everywhere() const { return !most_chord_squared_ && !box_; }

 private:
  RoundedPoint from_;
  std::optional<double> most_chord_squared_;
  float most_in_lanes_ = 0;  ///< the same for lanes of floats: none lies between the two
  std::optional<GeoBox> box_;
  std::optional<BoxRegion> region_;
};

}  // namespace nearme
