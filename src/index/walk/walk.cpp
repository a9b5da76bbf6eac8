#include "index/walk/walk.hpp"

#include "index/tree/chord_kernels.hpp"
#include "index/walk/best_walk.hpp"
#include "index/walk/matching_walk.hpp"

namespace nearme {

namespace {

/// They lie far apart in memory: all are fetched before the first is read.
std::vector<LocatedSite> locate(const Index& index, const std::vector<SitePosition>& sites) {
  for (const SitePosition site : sites) index.prefetch(site);
  std::vector<LocatedSite> located;
  located.reserve(sites.size());
  for (const SitePosition site : sites) located.push_back({.site = site, .position = index.position(site)});
  return located;
}

}  // namespace

void NearestFirst::bounds(const BoundedChildren& children, std::span<float, 64> out) const {
  negate(children.least_chords_squared, out);
}

bool stands_before(const Index& index, const Hit& a, const Hit& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.chord_squared != b.chord_squared) return a.chord_squared < b.chord_squared;
  return index.id(a.site) < index.id(b.site);
}

std::vector<Hit> best(const BestQuestion& question) {
  if (question.limit == 0) return {};
  return BestWalk(question).run();
}

Count count(const MatchingQuestion& question) {
  MatchCount taken;
  const bool is_exact = MatchingWalk(question, taken).run();
  return {.sites = taken.sites, .is_exact = is_exact};
}

std::uint64_t count_up_to(std::uint64_t enough, const MatchingQuestion& question) {
  MatchCount taken{.enough = enough};
  MatchingWalk(question, taken).run();
  return taken.sites;
}

Matches matching_sites(const MatchingQuestion& question) {
  MatchLeaves taken;
  const bool are_all = MatchingWalk(question, taken).run();
  return {.sites = OwnedBitTrie::from_leaves(taken.numbers, std::move(taken.words), question.index.size()),
          .are_all = are_all};
}

Sample sample(std::size_t limit, const MatchingQuestion& question) {
  MatchStretches taken;
  const bool is_exact = MatchingWalk(question, taken).run();
  return {.count = {.sites = taken.sites(), .is_exact = is_exact},
          .sites = locate(question.index, taken.spread(limit))};
}

}  // namespace nearme
