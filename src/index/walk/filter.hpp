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

/// Which sites may be results: in every `all_of`, in none of `none_of`, within the radius of the walk's start where
/// there is one, within the box where there is one. The sets must be of the walked index and live as long as the walk.
struct Filter {
  std::vector<AnyOf> all_of;
  std::vector<BitTrie> none_of;
  std::optional<Metres> radius;
  std::optional<GeoBox> box;
};

}  // namespace nearme
