#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ground.hpp"
#include "index/walk/walk.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// What a query gave: hits, and where it was asked for a count or facets.
struct Answer {
  std::vector<Hit> hits = {};
  Count count = {};
  std::vector<LocatedSite> points = {};
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets = {};

  /// How much there is to show.
  [[nodiscard]] std::size_t results() const;
};

/// How a filter is asked: by the engine, and by looking at every site.
struct Way {
  Answer (*fast)(const Ground&, const Probe&, const Filter&);
  Answer (*slow)(const Ground&, const Probe&, const Filter&);
};

/// One sort of query. Making the filter, with the look-up of its sets by name, is part of what is timed.
struct QueryClass {
  std::string_view name;
  std::string_view meaning;
  Filter (*filter)(const Ground&, const Probe&);
  Way way;
};

std::span<const QueryClass> query_classes();

/// Empty when both answers are the same, else what differs.
std::string difference(const Answer& fast, const Answer& slow);

}  // namespace nearme
