#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/testing/small_world.hpp"

namespace nearme {

/// The slow obvious twin of a search: looks at every listing, one by one. Does not read `q` and `near`. For tests.
class SlowTwin {
 public:
  /// Both must outlive it. Opening states come from the index; everything else from the listings.
  SlowTwin(const std::vector<Listing>& listings, const Index& index) : listings_(listings), index_(index) {}

  /// Ids of all that pass, in the order asked for; for `best` in the order of scores worked out here.
  [[nodiscard]] std::vector<std::string> answer(const SearchRequest& request) const;

  /// The score by docs/ranking.md of each site that passes.
  [[nodiscard]] std::map<std::string, double> scores(const SearchRequest& request) const;

  /// How many of those that pass are in each set of a facet.
  [[nodiscard]] std::map<std::string, std::uint64_t> facet(const SearchRequest& request, Facet facet) const;

 private:
  [[nodiscard]] std::vector<const Listing*> passing(const SearchRequest& request) const;

  const std::vector<Listing>& listings_;
  const Index& index_;
};

}  // namespace nearme
