#pragma once

#include <span>
#include <vector>

#include "index/walk/walk.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// An index and the filter that its sites have to pass.
struct Filtered {
  const Index& index;
  const Filter& filter;
};

/// The counts of each facet that was asked for.
struct FacetCounts {
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;
  bool are_exact = true;  ///< else each count is a lower bound
};

/// For each facet asked for, how many of the sites that pass their index's filter are in each of its sets, all indexes
/// together; most first, then by id; empty sets left out. Sites are collected up to a budget of some ten thousand words
/// of the sets; where there are more, some are counted.
FacetCounts count_facets(std::span<const Filtered> parts, const UnitVector& from, const std::vector<Facet>& facets);

/// The name of a facet in requests and answers.
std::string_view to_string(Facet facet);

}  // namespace nearme
