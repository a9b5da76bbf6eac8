#pragma once

#include <vector>

#include "index/walk/walk.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// For each facet asked for, how many of the sites that pass the filter are in each of its sets; most first, then by
/// id; empty sets left out.
std::vector<std::pair<Facet, std::vector<FacetCount>>> count_facets(const Index& index, const UnitVector& from,
                                                                    const Filter& filter,
                                                                    const std::vector<Facet>& facets);

/// The name of a facet in requests and answers.
std::string_view to_string(Facet facet);

}  // namespace nearme
