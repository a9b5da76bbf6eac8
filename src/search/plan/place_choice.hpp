#pragma once

#include <optional>
#include <vector>

#include "index/live/live_index.hpp"
#include "search/search_answer.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// Of the places that a name could mean, the one taken, and the others.
struct PlaceChoice {
  std::optional<AskedPlace> place;
  std::vector<AskedPlace> alternatives;  ///< at most `kMostAlternatives`, likeliest first
};

constexpr std::size_t kMostAlternatives = 5;

/// The same localities, likeliest first: near the asker (within a day's trip), then covered (with a site near), then by
/// population. Looks at the `kMostNamesakes` largest.
std::vector<Locality> by_likelihood(const std::vector<LocalityMatch>& matches, const LiveIndex& index,
                                    std::optional<LatLon> asker);

constexpr std::size_t kMostNamesakes = 50;

/// The likeliest place, and the next likely.
PlaceChoice choose_place(const std::vector<LocalityMatch>& matches, const LiveIndex& index,
                         std::optional<LatLon> asker);

AskedPlace to_place(const Locality& locality);

}  // namespace nearme
