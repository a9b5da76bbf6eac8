#include "search/plan/place_choice.hpp"

#include <algorithm>
#include <utility>

#include "geo/distance.hpp"
#include "search/plan/likelihood.hpp"

namespace nearme {
namespace {

/// Nobody who asks for a misspelt place means a smaller one, unless the directory is there.
constexpr std::uint32_t kPlausibleTown = 5'000;

/// A postcode has about the weight of a town.
constexpr double kPeopleOfPostcode = 10'000;

/// Who says the name of a region mostly means its town, if there is one: New York, Washington. Countries less so.
constexpr double kAreaAgainstTown = 15;
constexpr double kCountryAgainstTown = 2;

constexpr Metres kLeastRadiusOfArea = Metres::from_kilometres(25);

struct Candidate {
  AskedPlace place;
  double likelihood = 0;
};

AskedPlace to_place(const Locality& locality) {
  return {.name = std::string{locality.name},
          .region = std::string{locality.region},
          .country = std::string{locality.country},
          .position = locality.position,
          .slug = std::string{locality.slug}};
}

AskedPlace to_place(const PlaceOfPostcode& postcode) {
  return {.name = postcode.written,
          .region = postcode.region,
          .country = postcode.country,
          .position = postcode.position,
          .slug = {},
          .kind = PlaceKind::postcode};
}

PlaceKind kind_of(GazetteerArea::Kind kind) {
  if (kind == GazetteerArea::Kind::country) return PlaceKind::country;
  return kind == GazetteerArea::Kind::region ? PlaceKind::region : PlaceKind::county;
}

AskedPlace to_place(const GazetteerArea& area) {
  const bool is_region = area.kind != GazetteerArea::Kind::district;
  return {.name = std::string{area.name},
          .region = is_region ? std::string{} : std::string{area.region},
          .country = std::string{area.country},
          .position = area.position,
          .slug = {},
          .kind = kind_of(area.kind),
          .radius = std::max(area.radius, kLeastRadiusOfArea)};
}

double people_of(const GazetteerArea& area) {
  const bool is_country = area.kind == GazetteerArea::Kind::country;
  return area.population / (is_country ? kCountryAgainstTown : kAreaAgainstTown);
}

void sort(std::vector<Candidate>& candidates) {
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::likelihood);
}

/// All readings with their likelihood, likeliest first. A single one needs none.
std::vector<Candidate> candidates_of(const Question& question, const LikelihoodQuestion& asked) {
  std::vector<Candidate> candidates;
  const bool is_single = question.places.size() + question.areas.size() + question.postcodes.size() == 1;
  const auto add = [&](AskedPlace place, double people) {
    const auto extent = place.radius.value_or(Metres{0});
    const double likelihood = is_single ? 0 : asked.likelihood(place.position, people, extent);
    candidates.push_back({.place = std::move(place), .likelihood = likelihood});
  };
  for (const auto& match : question.places) {
    if (candidates.size() < kMostNamesakes) add(to_place(match.locality), match.locality.population);
  }
  for (const auto& area : question.areas) add(to_place(area), people_of(area));
  for (const auto& postcode : question.postcodes) add(to_place(postcode), kPeopleOfPostcode);
  sort(candidates);
  return candidates;
}

const LocalityMatch& match_of(const Question& question, const AskedPlace& place) {
  return *std::ranges::find(question.places, place.slug, [](const auto& match) { return match.locality.slug; });
}

/// Whether a person who mistyped may have meant it: a town, or a place where there are sites.
bool is_plausible(const Question& question, const AskedPlace& place, const LikelihoodQuestion& asked) {
  constexpr double kSiteNear = 3;
  return match_of(question, place).locality.population >= kPlausibleTown ||
         asked.coverage(place.position, Metres{0}) >= kSiteNear;
}

}  // namespace

std::vector<Locality> by_likelihood(const std::vector<LocalityMatch>& matches, const LiveIndex& index,
                                    std::optional<LatLon> asker) {
  const LikelihoodQuestion asked{.index = index, .asker = asker};
  std::vector<std::pair<double, Locality>> candidates;
  for (const auto& match : matches) {
    if (candidates.size() == kMostNamesakes) break;
    const auto& locality = match.locality;
    candidates.emplace_back(asked.likelihood(locality.position, locality.population, Metres{0}), locality);
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &std::pair<double, Locality>::first);
  std::vector<Locality> localities;
  for (const auto& [likelihood, locality] : candidates) localities.push_back(locality);
  return localities;
}

PlaceChoice choose_place(const Question& question, const LiveIndex& index, std::optional<LatLon> asker) {
  const LikelihoodQuestion asked{.index = index, .asker = asker};
  const bool is_misspelt = !question.misspelt_place.empty();
  PlaceChoice choice;
  for (auto& candidate : candidates_of(question, asked)) {
    if (!choice.place) {
      if (is_misspelt) choice.corrected = match_of(question, candidate.place).matched_name;
      choice.place = std::move(candidate.place);
    } else if (choice.alternatives.size() < kMostAlternatives &&
               (!is_misspelt || is_plausible(question, candidate.place, asked))) {
      choice.alternatives.push_back(std::move(candidate.place));
    }
  }
  return choice;
}

}  // namespace nearme
