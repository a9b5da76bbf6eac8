#include "engine/ways.hpp"

#include <algorithm>

#include "index/testing/brute_force.hpp"
#include "search/facets.hpp"

namespace nearme {
namespace {

BitTrie evidence(const Ground& ground, std::string_view level) {
  return ground.index->members().find(std::string(members::kEvidence).append(level));
}

std::vector<FacetCount> count_one_by_one(const Index& index, const std::vector<Hit>& matches, std::string_view family) {
  std::vector<FacetCount> counts;
  const auto [first, last] = index.members().beginning_with(family);
  for (std::size_t number = first; number < last; ++number) {
    const BitTrie members = index.members().sites(number);
    const auto count = std::ranges::count_if(matches, [&](const Hit& hit) { return members.contains(hit.site); });
    if (count > 0)
      counts.push_back(
          {std::string(index.members().word(number).substr(family.size())), static_cast<std::uint64_t>(count)});
  }
  std::ranges::sort(counts, [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
  return counts;
}

}  // namespace

BestTerms terms_but_nearness(const Ground& ground, const Treatment& treatment) {
  const auto confirmed =
      ground.index->members().find(std::string(members::kOffersConfirmed).append(treatment.id.text()));
  return {.match = Match::offers,
          .offers_confirmed = {confirmed},
          .asks_for_treatment = true,
          .evidence_confirmed = evidence(ground, "confirmed"),
          .evidence_declared = evidence(ground, "declared"),
          .open = &ground.open};
}

BestScoring best_scoring(const Ground& ground, const Probe& probe, const Treatment& treatment) {
  BestTerms terms = terms_but_nearness(ground, treatment);
  terms.near = near_distance(*ground.live, probe.at);
  return {*ground.index, std::move(terms)};
}

Answer slow_nearest(const Ground& ground, const Probe& probe, const Filter& filter, std::size_t limit) {
  const BruteForce all(*ground.index, probe.from, filter);
  return {.hits = all.best(*ground.index, NearestFirst{}, limit)};
}

Answer slow_map(const Ground& ground, const Probe& probe, const Filter& filter) {
  const BruteForce all(*ground.index, probe.from, filter);
  const std::uint64_t sites = all.matches().size();
  const std::uint64_t wanted = std::min<std::uint64_t>(kMapResults, sites);
  Answer answer{.count = {.sites = sites, .is_exact = true}};
  for (std::uint64_t part = 0; part < wanted; ++part) {
    const SitePosition site = all.matches()[(2 * part + 1) * sites / (2 * wanted)].site;
    answer.points.push_back({.site = site, .position = ground.index->position(site)});
  }
  return answer;
}

Answer slow_map_nearest(const Ground& ground, const Probe& probe, const Filter& filter) {
  const BruteForce all(*ground.index, probe.from, filter);
  return {.hits = all.best(*ground.index, NearestFirst{}, kMapResults),
          .count = {.sites = all.matches().size(), .is_exact = true}};
}

Answer slow_best(const Ground& ground, const Probe& probe, const Filter& filter, const Scoring& scoring) {
  const BruteForce all(*ground.index, probe.from, filter);
  return {.hits = all.best(*ground.index, scoring, kBestResults)};
}

Answer slow_facets(const Ground& ground, const Probe& probe, const Filter& filter) {
  const BruteForce all(*ground.index, probe.from, filter);
  Answer answer;
  for (std::size_t number = 0; number < kAllFacets.size(); ++number)
    answer.facets.emplace_back(kAllFacets[number],
                               count_one_by_one(*ground.index, all.matches(), kFacetFamilies[number]));
  return answer;
}

}  // namespace nearme
