#include "index/live/best_of_all.hpp"

#include <algorithm>

namespace nearme {

std::vector<Hit> nearest(const Index& index, const UnitVector& from, const Filter& filter, std::size_t limit) {
  return best({.index = index, .from = from, .filter = filter, .scoring = NearestFirst{}, .limit = limit});
}

bool stands_before(const LiveIndex& index, const PlacedHit& a, const PlacedHit& b) {
  if (a.hit.score != b.hit.score) return a.hit.score > b.hit.score;
  if (a.hit.chord_squared != b.hit.chord_squared) return a.hit.chord_squared < b.hit.chord_squared;
  return index.id(a.place) < index.id(b.place);
}

std::vector<PlacedHit> best_of_all(const LiveIndex& index, std::size_t limit,
                                   const std::function<std::vector<Hit>(std::size_t segment)>& walk) {
  return best_of_all(index, limit, walk,
                     [&](const PlacedHit& a, const PlacedHit& b) { return stands_before(index, a, b); });
}

std::vector<PlacedHit> best_of_all(const LiveIndex& index, std::size_t limit,
                                   const std::function<std::vector<Hit>(std::size_t segment)>& walk,
                                   const PlacedOrder& order) {
  const std::size_t segments = index.segments().size();
  std::vector<PlacedHit> all;
  for (std::uint32_t number = 0; number < segments; ++number) {
    const auto behind_the_others = static_cast<std::ptrdiff_t>(all.size());
    for (const Hit& hit : walk(number)) all.push_back({.place = {.segment = number, .site = hit.site}, .hit = hit});
    std::ranges::inplace_merge(all, all.begin() + behind_the_others, order);
  }
  if (all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace nearme
