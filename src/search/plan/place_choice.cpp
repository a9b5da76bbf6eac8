#include "search/plan/place_choice.hpp"

#include <algorithm>
#include <tuple>

#include "index/live/best_of_all.hpp"

namespace nearme {
namespace {

constexpr Metres kDaysTrip = Metres::from_kilometres(100);
constexpr Metres kCovered = Metres::from_kilometres(25);

bool has_site_near(const LiveIndex& index, LatLon position) {
  return std::ranges::any_of(index.segments(), [&](const Segment& segment) {
    Filter within = segment.all();
    within.radius = kCovered;
    return !nearest(*segment.index, to_unit_vector(position), within, 1).empty();
  });
}

struct Candidate {
  Locality locality;
  bool is_near_asker = false;
  bool is_covered = false;

  [[nodiscard]] auto rank() const { return std::tuple(is_near_asker, is_covered, locality.population); }
};

}  // namespace

AskedPlace to_place(const Locality& locality) {
  return {.name = std::string{locality.name},
          .region = std::string{locality.region},
          .country = std::string{locality.country},
          .position = locality.position,
          .slug = std::string{locality.slug}};
}

std::vector<Locality> by_likelihood(const std::vector<LocalityMatch>& matches, const LiveIndex& index,
                                    std::optional<LatLon> asker) {
  std::vector<Candidate> candidates;
  for (const auto& match : matches) {
    if (candidates.size() == kMostNamesakes) break;
    const auto position = match.locality.position;
    candidates.push_back({.locality = match.locality,
                          .is_near_asker = asker && distance(*asker, position) <= kDaysTrip,
                          .is_covered = has_site_near(index, position)});
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::rank);
  std::vector<Locality> localities;
  for (const auto& candidate : candidates) localities.push_back(candidate.locality);
  return localities;
}

PlaceChoice choose_place(const std::vector<LocalityMatch>& matches, const LiveIndex& index,
                         std::optional<LatLon> asker) {
  PlaceChoice choice;
  for (const auto& locality : by_likelihood(matches, index, asker)) {
    if (!choice.place) {
      choice.place = to_place(locality);
    } else if (choice.alternatives.size() < kMostAlternatives) {
      choice.alternatives.push_back(to_place(locality));
    }
  }
  return choice;
}

}  // namespace nearme
