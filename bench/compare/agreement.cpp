#include "compare/agreement.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "search/rank/best_scoring.hpp"
#include "search/rank/weights.hpp"

namespace nearme {
namespace {

constexpr double kMillimetre = 0.001;
constexpr double kSameScore = 1e-9;

std::string facets_difference(const Given& ours, const Given& theirs) {
  if (ours.facets.size() != theirs.facets.size())
    return fmt::format("{} facet values instead of {}", theirs.facets.size(), ours.facets.size());
  const auto [our, their] = std::ranges::mismatch(ours.facets, theirs.facets);
  if (our == ours.facets.end()) return {};
  return fmt::format("{} with value {} instead of {} with {}", their->second, their->first, our->second, our->first);
}

}  // namespace

std::string Agreement::difference(const AskedClass& asked, const Question& question, const Given& ours,
                                  const Given& theirs) const {
  if (asked.compared == Compared::facet_counts) return facets_difference(ours, theirs);
  if (ours.count != theirs.count) return fmt::format("a count of {} instead of {}", theirs.count, ours.count);
  if (ours.sites.size() != theirs.sites.size())
    return fmt::format("{} sites instead of {}", theirs.sites.size(), ours.sites.size());
  for (std::size_t place = 0; place < ours.sites.size(); ++place) {
    if (!are_equals(asked, question, ours.sites[place], theirs.sites[place]))
      return fmt::format("another site in place {}", place);
  }
  return {};
}

bool Agreement::are_equals(const AskedClass& asked, const Question& question, std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  if (asked.compared == Compared::order_by_distance)
    return std::abs(distance_to(question, a) - distance_to(question, b)) < kMillimetre;
  return std::abs(score_of(asked.asked, question, a) - score_of(asked.asked, question, b)) < kSameScore;
}

double Agreement::distance_to(const Question& question, std::uint32_t site) const {
  return distance(question.probe.at, ground_.index->position(SitePosition{site})).count();
}

double Agreement::score_of(Asked asked, const Question& question, std::uint32_t site) const {
  const std::uint32_t treatment = asked == Asked::best ? rows_.common : rows_.rare;
  const auto& offers = rows_.sites[site].offers;
  const auto offer = std::ranges::find(offers, treatment, &OfferRow::treatment);
  if (offer == offers.end()) return -1;
  const double near = near_distance(*ground_.live, question.probe.at).count();
  return Weights::kNearness / (1 + distance_to(question, site) / near) + offer->points;
}

}  // namespace nearme
