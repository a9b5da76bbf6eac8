#include "intake/osm/needed_nodes.hpp"

#include <algorithm>

namespace nearme {

void NeededNodes::seal() {
  std::ranges::sort(ids_);
  const auto repeated = std::ranges::unique(ids_);
  ids_.erase(repeated.begin(), repeated.end());
  locations_.resize(ids_.size());
}

void NeededNodes::put(osmium::object_id_type id, osmium::Location location) {
  if (const auto place = place_of(id)) locations_[*place] = location;
}

osmium::Location NeededNodes::find(osmium::object_id_type id) const {
  const auto place = place_of(id);
  return place ? locations_[*place] : osmium::Location{};
}

std::optional<std::size_t> NeededNodes::place_of(osmium::object_id_type id) const {
  const auto found = std::ranges::lower_bound(ids_, id);
  if (found == ids_.end() || *found != id) return std::nullopt;
  return static_cast<std::size_t>(found - ids_.begin());
}

}  // namespace nearme
