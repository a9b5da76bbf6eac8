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
  // Files have their nodes in order, as a rule: the next place is the last one or shortly after it.
  constexpr std::size_t kNear = 8;
  if (id < last_id_) next_ = 0;
  last_id_ = id;
  const auto near = std::min(next_ + kNear, ids_.size());
  while (next_ < near && ids_[next_] < id) ++next_;
  if (next_ == near) {
    const auto rest = std::ranges::subrange(ids_.begin() + static_cast<std::ptrdiff_t>(near), ids_.end());
    next_ = static_cast<std::size_t>(std::ranges::lower_bound(rest, id) - ids_.begin());
  }
  if (next_ < ids_.size() && ids_[next_] == id) locations_[next_] = location;
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
