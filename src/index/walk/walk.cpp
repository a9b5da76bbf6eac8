#include "index/walk/walk.hpp"

#include "index/walk/best_walk.hpp"
#include "index/walk/matching_walk.hpp"

namespace nearme {

bool stands_before(const Index& index, const Hit& a, const Hit& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.chord_squared != b.chord_squared) return a.chord_squared < b.chord_squared;
  return index.id(a.site) < index.id(b.site);
}

std::vector<Hit> best(const BestQuestion& question) {
  if (question.limit == 0) return {};
  return BestWalk(question).run();
}

Count count(const Index& index, const UnitVector& from, const Filter& filter, std::uint64_t budget) {
  return CountingWalk(index, from, filter, budget).run();
}

void for_each_match(const Index& index, const UnitVector& from, const Filter& filter,
                    const std::function<bool(SitePosition, double chord_squared)>& visit) {
  MatchingWalk(index, from, filter, visit).run();
}

}  // namespace nearme
