#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ground.hpp"
#include "geo/geo_box.hpp"

namespace nearme {

/// The classes of queries that every engine is asked, as query_classes.cpp has them.
enum class Asked : std::uint8_t {
  nearest,
  common,
  rare,
  three_filters,
  name,
  beginning,
  map,
  best,
  best_anywhere,
  facets
};

/// What is compared of the answers of a class.
enum class Compared : std::uint8_t { order_by_distance, order_by_score, facet_counts };

struct AskedClass {
  Asked asked;
  std::string_view name;  ///< of its QueryClass
  Compared compared;
};

inline constexpr std::array kAskedClasses{
    AskedClass{Asked::nearest, "nearest", Compared::order_by_distance},
    AskedClass{Asked::common, "common", Compared::order_by_distance},
    AskedClass{Asked::rare, "rare", Compared::order_by_distance},
    AskedClass{Asked::three_filters, "three-filters", Compared::order_by_distance},
    AskedClass{Asked::name, "name", Compared::order_by_distance},
    AskedClass{Asked::beginning, "beginning", Compared::order_by_distance},
    AskedClass{Asked::map, "map-nearest", Compared::order_by_distance},
    AskedClass{Asked::best, "best", Compared::order_by_score},
    AskedClass{Asked::best_anywhere, "best-anywhere", Compared::order_by_score},
    AskedClass{Asked::facets, "facets", Compared::facet_counts},
};

constexpr Metres kWithinNear = Metres::from_kilometres(25);
constexpr Metres kWithinFar = Metres::from_kilometres(50);

/// One query, with what is worked out beforehand for engines that know nothing of nearme.
struct Question {
  Probe probe;
  GeoBox box;                      ///< of a map round the probe
  bool beginning_is_word = false;  ///< some name has it as a whole word: then that word is asked for, as nearme does
};

/// An answer by the positions of sites in the image, which are their numbers in every engine.
struct Given {
  std::vector<std::uint32_t> sites;                             ///< in the order of the answer
  std::uint64_t count = 0;                                      ///< of a map: how many there are
  std::vector<std::pair<std::uint32_t, std::uint64_t>> facets;  ///< number of the value (WorldRows) and its count
};

}  // namespace nearme
