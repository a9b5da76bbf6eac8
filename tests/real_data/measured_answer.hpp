#pragma once

#include <compare>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "directory/site.hpp"
#include "search/search.hpp"

namespace nearme {

/// A result as far as it is compared: nearest first, then by id.
struct MeasuredSite {
  double metres = 0;
  std::string id;

  friend auto operator<=>(const MeasuredSite&, const MeasuredSite&) = default;
};
std::ostream& operator<<(std::ostream& out, const MeasuredSite& site);

/// What a search gives, page after page.
struct PagedAnswer {
  std::vector<MeasuredSite> sites;
  std::uint64_t total = 0;
  std::size_t pages = 0;
  bool widened = false;  ///< nothing lay within the radius: `sites` are the nearest outside
};

/// Follows `next` from the first page to the last. Fails the test when pages disagree about the total, when a page but
/// the last is not full, or when the answer's JSON rounds a distance wrongly.
PagedAnswer all_pages(const Search& search, SearchRequest request);

/// The slow twin, which knows of no index: measures every site, keeps those of the kinds asked for (when there are any)
/// within the radius and the box, and sorts them. `at` must be there.
std::vector<MeasuredSite> measure_all(const std::vector<Site>& sites, const SearchRequest& request);

}  // namespace nearme
