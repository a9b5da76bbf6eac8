#include "engine/query_classes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/ways.hpp"
#include "index/members.hpp"
#include "search/facets.hpp"
#include "search/plan/name_words.hpp"

namespace nearme {
namespace {

constexpr Metres kNear = Metres::from_kilometres(25);
constexpr Metres kFar = Metres::from_kilometres(50);
constexpr std::size_t kTenth = 9;

AnyOf members_called(const Ground& ground, std::string_view family, std::string_view value) {
  return {.sets = {ground.index->members().find(std::string(family).append(value))}};
}

const Treatment& common_treatment(const Ground& ground) { return ground.catalogue.treatments().front(); }
const Treatment& rare_treatment(const Ground& ground) { return ground.catalogue.treatments().back(); }

AnyOf offers(const Ground& ground, const Treatment& treatment) {
  return members_called(ground, members::kOffers, treatment.id.text());
}

// ---- filters

Filter anything(const Ground&, const Probe&) { return {}; }

Filter anything_near(const Ground&, const Probe&) { return {.radius = kNear}; }

Filter common_near(const Ground& ground, const Probe&) {
  return {.all_of = {offers(ground, common_treatment(ground))}, .radius = kNear};
}

Filter rare(const Ground& ground, const Probe&) { return {.all_of = {offers(ground, rare_treatment(ground))}}; }

Filter three_filters(const Ground& ground, const Probe&) {
  return {
      .all_of = {offers(ground, ground.catalogue.treatments()[kTenth]),
                 members_called(ground, members::kLanguage, "de"), members_called(ground, members::kWheelchair, "yes")},
      .radius = kFar};
}

Filter both_words(const Ground& ground, const Probe& probe) {
  return {.all_of = find_names(*ground.live, probe.words).sets.front()};
}

Filter beginning(const Ground& ground, const Probe& probe) {
  return {.all_of = find_names(*ground.live, {probe.beginning}).sets.front()};
}

/// A map of a city and its surroundings: some 45 km from edge to edge.
Filter box(const Ground&, const Probe& probe) {
  const double lat = std::clamp(probe.at.lat(), -89.0, 89.0);
  const double lon = std::clamp(probe.at.lon(), -179.0, 179.0);
  return {.box = *GeoBox::make({lon - 0.3, lat - 0.2, lon + 0.3, lat + 0.2})};
}

// ---- ways of asking

template <std::size_t limit>
Answer nearest(const Ground& ground, const Probe& probe, const Filter& filter) {
  return {
      .hits = best(
          {.index = *ground.index, .from = probe.from, .filter = filter, .scoring = NearestFirst{}, .limit = limit})};
}

template <std::size_t limit>
Answer nearest_slowly(const Ground& ground, const Probe& probe, const Filter& filter) {
  return slow_nearest(ground, probe, filter, limit);
}

Answer map(const Ground& ground, const Probe& probe, const Filter& filter) {
  auto [count, points] =
      sample(kMapResults, {.index = *ground.index, .from = probe.from, .filter = filter, .budget = kCountBudget});
  return {.count = count, .points = std::move(points)};
}

Answer map_nearest(const Ground& ground, const Probe& probe, const Filter& filter) {
  return {.hits = best({.index = *ground.index,
                        .from = probe.from,
                        .filter = filter,
                        .scoring = NearestFirst{},
                        .limit = kMapResults}),
          .count = count({.index = *ground.index, .from = probe.from, .filter = filter, .budget = kCountBudget})};
}

using Pick = const Treatment& (*)(const Ground&);

template <Pick treatment>
Answer best_first(const Ground& ground, const Probe& probe, const Filter& filter) {
  const BestScoring scoring = best_scoring(ground, probe, treatment(ground));
  return {
      .hits = best(
          {.index = *ground.index, .from = probe.from, .filter = filter, .scoring = scoring, .limit = kBestResults})};
}

template <Pick treatment>
Answer best_first_slowly(const Ground& ground, const Probe& probe, const Filter& filter) {
  return slow_best(ground, probe, filter, best_scoring(ground, probe, treatment(ground)));
}

Answer all_facets(const Ground& ground, const Probe& probe, const Filter& filter) {
  const std::array parts{Filtered{.index = *ground.index, .filter = filter}};
  return {.facets = count_facets(parts, probe.from, {kAllFacets.begin(), kAllFacets.end()}).facets};
}

constexpr Way kNearest20{nearest<20>, nearest_slowly<20>};
constexpr Way kNearest10{nearest<10>, nearest_slowly<10>};
constexpr Way kMap{map, slow_map};
constexpr Way kMapNearest{map_nearest, slow_map_nearest};
constexpr Way kBestCommon{best_first<common_treatment>, best_first_slowly<common_treatment>};
constexpr Way kBestRare{best_first<rare_treatment>, best_first_slowly<rare_treatment>};
constexpr Way kFacets{all_facets, slow_facets};

constexpr std::array kClasses{
    QueryClass{"nearest", "the 20 nearest sites of any sort", anything, kNearest20},
    QueryClass{"common", "the 20 nearest with a treatment that 30 % offer, within 25 km", common_near, kNearest20},
    QueryClass{"rare", "the 20 nearest with a treatment that 1 in 2,000 offers, however far", rare, kNearest20},
    QueryClass{"three-filters", "the 20 nearest with a 3 % treatment, a 20 % language, step-free (27 %), within 50 km",
               three_filters, kNearest20},
    QueryClass{"name", "the 20 nearest whose names have two given words", both_words, kNearest20},
    QueryClass{"beginning", "the 10 nearest whose names have a word with four given letters first", beginning,
               kNearest10},
    QueryClass{"map", "the number of sites in a box 0.6 by 0.4 degrees, and where 100 of them lie, evenly spread", box,
               kMap},
    QueryClass{"map-nearest", "their number, and the 100 nearest the middle of the box, in order", box, kMapNearest},
    QueryClass{"best", "the 20 best by sort=best with the 30 % treatment, within 25 km", common_near, kBestCommon},
    QueryClass{"best-anywhere", "the same for the 1 in 2,000 treatment, however far", rare, kBestRare},
    QueryClass{"facets", "all five facets counted, of the sites within 25 km", anything_near, kFacets},
};

}  // namespace

std::span<const QueryClass> query_classes() { return kClasses; }

std::size_t Answer::results() const {
  std::size_t results = hits.size() + points.size();
  for (const auto& [facet, counts] : facets) results += counts.size();
  return results;
}

std::string difference(const Answer& fast, const Answer& slow) {
  if (fast.hits.size() != slow.hits.size())
    return fmt::format("{} hits instead of {}", fast.hits.size(), slow.hits.size());
  for (std::size_t place = 0; place < fast.hits.size(); ++place) {
    if (fast.hits[place].site != slow.hits[place].site) return fmt::format("another hit in place {}", place);
  }
  if (!std::ranges::equal(fast.points, slow.points, {}, &LocatedSite::position, &LocatedSite::position))
    return "points in other places";
  if (fast.count.is_exact && fast.count.sites != slow.count.sites)
    return fmt::format("a count of {} instead of {}", fast.count.sites, slow.count.sites);
  for (std::size_t number = 0; number < slow.facets.size(); ++number) {
    const bool same =
        std::ranges::equal(fast.facets[number].second, slow.facets[number].second,
                           [](const FacetCount& a, const FacetCount& b) { return a.id == b.id && a.count == b.count; });
    if (!same) return fmt::format("other counts of the facet {}", to_string(slow.facets[number].first));
  }
  return {};
}

}  // namespace nearme
