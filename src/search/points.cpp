#include "search/points.hpp"

#include "search/plan/count_budget.hpp"

namespace nearme {
namespace {

/// Of `sites`, which are evenly spread, so many, which are again.
void thin_out(std::vector<LocatedSite>& sites, std::size_t wanted) {
  for (std::size_t i = 0; i < wanted; ++i) sites[i] = sites[(2 * i + 1) * sites.size() / (2 * wanted)];
  sites.erase(sites.begin() + static_cast<std::ptrdiff_t>(wanted), sites.end());
}

/// How many of `points` go to the first `matches` of all.
std::uint64_t share(std::uint64_t matches, std::uint64_t all, std::uint64_t points) {
  return all <= points ? matches : matches * points / all;
}

}  // namespace

PointsAnswer points_of(const Plan& plan, std::size_t limit) {
  PointsAnswer answer;
  std::vector<Sample> samples;
  for (const auto& segment : plan.segments) {
    const Filter filter = asked_of(segment);
    samples.push_back(
        sample(limit, {.index = segment.index, .from = plan.from, .filter = filter, .budget = kCountBudget}));
    answer.total += samples.back().count.sites;
    answer.total_is_exact = answer.total_is_exact && samples.back().count.is_exact;
  }
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    auto& [count, sites] = samples[i];
    thin_out(sites, share(before + count.sites, answer.total, limit) - share(before, answer.total, limit));
    before += count.sites;
    const Index& index = plan.segments[i].index;
    for (const auto& [site, position] : sites) {
      answer.points.push_back(
          {.position = position, .id = index.id(site), .name = index.name(site), .slug = index.slug(site)});
    }
  }
  return answer;
}

}  // namespace nearme
