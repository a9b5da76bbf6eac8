#pragma once

#include <array>

#include "engine/query_classes.hpp"
#include "search/rank/best_scoring.hpp"

namespace nearme {

/// What fast and slow answers ask alike.
constexpr std::uint64_t kCountBudget = 200'000;  ///< nodes, as the search has it
constexpr std::size_t kMapResults = 100;
constexpr std::size_t kBestResults = 20;
constexpr std::array kAllFacets{Facet::treatment, Facet::kind, Facet::language, Facet::wheelchair, Facet::evidence};

/// The score of `sort=best` for a treatment.
BestScoring best_scoring(const Ground& ground, const Probe& probe, const Treatment& treatment);

/// Answers by a look at every site.
Answer slow_nearest(const Ground& ground, const Probe& probe, const Filter& filter, std::size_t limit);
Answer slow_map(const Ground& ground, const Probe& probe, const Filter& filter);
Answer slow_best(const Ground& ground, const Probe& probe, const Filter& filter, const Scoring& scoring);
Answer slow_facets(const Ground& ground, const Probe& probe, const Filter& filter);

}  // namespace nearme
