#pragma once

#include <optional>
#include <vector>

#include "geo/distance.hpp"
#include "geo/geo_box.hpp"
#include "index/bits/bit_trie.hpp"

namespace nearme {

/// Sites that are in any of these sets.
struct AnyOf {
  std::vector<BitTrie> sets;
};

/// What no set says of a site: that an offer of it costs at most so much. Asked site by site, after all else. Pure;
/// threads: any.
class SiteCondition {
 public:
  virtual ~SiteCondition() = default;
  [[nodiscard]] virtual bool holds(SitePosition site) const = 0;
};

/// Which sites may be results: in every `all_of`, in none of `none_of`, within the radius of the walk's start where
/// there is one, within the box where there is one, and where the condition holds. The sets must be of the walked index
/// and live as long as the walk, as must the condition.
struct Filter {
  std::vector<AnyOf> all_of;
  std::vector<BitTrie> none_of;
  std::optional<Metres> radius;
  std::optional<GeoBox> box;
  const SiteCondition* condition = nullptr;
};

}  // namespace nearme
