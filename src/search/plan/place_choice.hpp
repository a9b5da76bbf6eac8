#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/live/live_index.hpp"
#include "search/search_answer.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// Of the places that a name could mean, the one taken, and the others.
struct PlaceChoice {
  std::optional<AskedPlace> place;
  std::vector<AskedPlace> alternatives;  ///< at most `kMostAlternatives`, likeliest first
  std::string corrected;                 ///< when the words were misspelt: the name that was taken for them
};

constexpr std::size_t kMostAlternatives = 5;

/// The same localities, likeliest first (search/plan/likelihood.hpp). Looks at the `kMostNamesakes` largest.
std::vector<Locality> by_likelihood(const std::vector<LocalityMatch>& matches, const LiveIndex& index,
                                    std::optional<LatLon> asker);

constexpr std::size_t kMostNamesakes = 50;

/// The likeliest of the localities, areas and postcodes that a question could mean, and the next likely. Misspelt names
/// have only plausible alternatives: towns, or places that the directory covers.
PlaceChoice choose_place(const Question& question, const LiveIndex& index, std::optional<LatLon> asker);

}  // namespace nearme
