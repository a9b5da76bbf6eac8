#include "search/plan/likelihood.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/distance.hpp"
#include "index/live/best_of_all.hpp"
#include "index/walk/walk.hpp"

namespace nearme {
namespace {

/// What a place is worth that lies so near.
struct Step {
  Metres within;
  double worth;
};

constexpr std::array kByAsker{Step{Metres::from_kilometres(30), 4}, Step{Metres::from_kilometres(100), 3},
                              Step{Metres::from_kilometres(300), 1.5}};
constexpr Metres kCovered = Metres::from_kilometres(25);
constexpr std::array kByNearestSite{Step{kCovered, 3}, Step{Metres::from_kilometres(100), 2.25},
                                    Step{Metres::from_kilometres(400), 2}, Step{Metres::from_kilometres(1500), 1}};

double worth_of(Metres away, const auto& steps) {
  const auto step = std::ranges::find_if(steps, [&](const Step& each) { return away <= each.within; });
  return step == steps.end() ? 0 : step->worth;
}

Metres beyond(Metres away, Metres extent) { return Metres{std::max(0.0, away.count() - extent.count())}; }

/// 0 for one site, 1 for ten thousand and more.
double worth_of_density(std::uint64_t sites) {
  constexpr double kDecades = 4;
  return std::min(1.0, std::log10(static_cast<double>(std::max<std::uint64_t>(sites, 1))) / kDecades);
}

std::optional<Metres> nearest_site(const LiveIndex& index, const UnitVector& from, Metres radius) {
  std::optional<Metres> least;
  for (const Segment& segment : index.segments()) {
    Filter within = segment.all();
    within.radius = radius;
    const auto found = nearest(*segment.index, from, within, 1);
    if (found.empty()) continue;
    const auto away = to_metres(found.front().chord_squared);
    if (!least || away < *least) least = away;
  }
  return least;
}

/// Counted only so far that the decade is right.
std::uint64_t sites_within(const LiveIndex& index, const UnitVector& from, Metres radius) {
  constexpr std::uint64_t kCountBudget = 64;
  std::uint64_t sites = 0;
  for (const Segment& segment : index.segments()) {
    Filter within = segment.all();
    within.radius = radius;
    sites += count({.index = *segment.index, .from = from, .filter = within, .budget = kCountBudget}).sites;
  }
  return sites;
}

}  // namespace

double LikelihoodQuestion::coverage(LatLon position, Metres extent) const {
  const auto from = to_unit_vector(position);
  const auto away = nearest_site(index, from, Metres{kByNearestSite.back().within.count() + extent.count()});
  if (!away) return 0;
  const double worth = worth_of(beyond(*away, extent), kByNearestSite);
  if (worth < kByNearestSite.front().worth) return worth;
  return worth + worth_of_density(sites_within(index, from, Metres{kCovered.count() + extent.count()}));
}

double LikelihoodQuestion::likelihood(LatLon position, double people, Metres extent) const {
  constexpr double kFewest = 100;
  const double by_asker = asker ? worth_of(beyond(distance(*asker, position), extent), kByAsker) : 0;
  return std::log10(std::max(people, kFewest)) + by_asker + coverage(position, extent);
}

}  // namespace nearme
