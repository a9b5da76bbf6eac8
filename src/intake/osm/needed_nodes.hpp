#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <osmium/osm/location.hpp>
#include <osmium/osm/types.hpp>

namespace nearme {

/// The locations of some nodes: first their ids are named, in any order and as often as one likes, then `seal` sorts
/// them, then the locations are filled in and found. 16 bytes a node.
class NeededNodes {
 public:
  void need(osmium::object_id_type id) { ids_.push_back(id); }
  void seal();

  /// Does nothing for a node that is not needed. Nodes put in the order of their ids cost next to nothing.
  void put(osmium::object_id_type id, osmium::Location location);

  /// Undefined when the node is not needed or was never put.
  [[nodiscard]] osmium::Location find(osmium::object_id_type id) const;

 private:
  [[nodiscard]] std::optional<std::size_t> place_of(osmium::object_id_type id) const;

  std::vector<osmium::object_id_type> ids_;
  std::vector<osmium::Location> locations_;
  std::size_t next_ = 0;  ///< the first place whose id is not below the last one put
  osmium::object_id_type last_id_ = 0;
};

}  // namespace nearme
