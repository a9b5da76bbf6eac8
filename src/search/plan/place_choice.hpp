#pragma once

#include <optional>
#include <vector>

#include "index/image/index.hpp"
#include "search/search_answer.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// Of the places that a name could mean, the one taken, and the others.
struct PlaceChoice {
  std::optional<AskedPlace> place;
  std::vector<AskedPlace> alternatives;  ///< at most `kMostAlternatives`, likeliest first
};

constexpr std::size_t kMostAlternatives = 5;

/// Chooses by the asker's position (a place within a day's trip of them), then by coverage (places with a site near),
/// then by population.
PlaceChoice choose_place(const std::vector<LocalityMatch>& matches, const Index& index, std::optional<LatLon> asker);

AskedPlace to_place(const Locality& locality);

}  // namespace nearme
