#pragma once

#include <array>

#include "engine/query_classes.hpp"
#include "index/members.hpp"
#include "search/plan/count_budget.hpp"
#include "search/rank/best_scoring.hpp"

namespace nearme {

/// What fast and slow answers ask alike.
constexpr std::size_t kMapResults = 100;
constexpr std::size_t kBestResults = 20;
constexpr std::array kAllFacets{Facet::treatment, Facet::kind, Facet::language, Facet::wheelchair, Facet::evidence};

/// How the names of the sets begin that each of `kAllFacets` counts.
constexpr std::array<std::string_view, kAllFacets.size()> kFacetFamilies{
    members::kOffers, members::kKind, members::kLanguage, members::kWheelchair, members::kEvidence};

/// The terms of `sort=best` for a treatment, all but nearness.
BestTerms terms_but_nearness(const Ground& ground, const Treatment& treatment);

/// The score of `sort=best` for a treatment.
BestScoring best_scoring(const Ground& ground, const Probe& probe, const Treatment& treatment);

/// Answers by a look at every site.
Answer slow_nearest(const Ground& ground, const Probe& probe, const Filter& filter, std::size_t limit);
Answer slow_map(const Ground& ground, const Probe& probe, const Filter& filter);
Answer slow_map_nearest(const Ground& ground, const Probe& probe, const Filter& filter);
Answer slow_best(const Ground& ground, const Probe& probe, const Filter& filter, const Scoring& scoring);
Answer slow_facets(const Ground& ground, const Probe& probe, const Filter& filter);

}  // namespace nearme
