#include "search/plan/alternatives.hpp"

#include <algorithm>

namespace nearme {
namespace {

struct Candidate {
  Alternative alternative;
  double strength = 0;
};

bool is_among(const std::vector<TreatmentId>& treatments, const TreatmentId& treatment) {
  return std::ranges::find(treatments, treatment) != treatments.end();
}

std::vector<const Concern*> concerns_of(const std::vector<TreatmentId>& treatments, const Understood& understood,
                                        const Catalogue& catalogue) {
  std::vector<const Concern*> concerns;
  for (const auto& id : understood.concerns) concerns.push_back(catalogue.find(id));
  if (!concerns.empty()) return concerns;
  for (const auto& concern : catalogue.concerns()) {
    const auto is_asked_for = [&](const auto& use) { return is_among(treatments, use.treatment); };
    if (std::ranges::any_of(concern.treatments, is_asked_for)) concerns.push_back(&concern);
  }
  return concerns;
}

/// Adds a use of a treatment that has no place yet, or puts it where it is stronger.
void add(std::vector<Candidate>& candidates, const ConcernTreatment& use, const ConcernId& concern) {
  const auto is_it = [&](const Candidate& candidate) { return candidate.alternative.treatment == use.treatment; };
  const auto found = std::ranges::find_if(candidates, is_it);
  Candidate candidate{.alternative = {.treatment = use.treatment, .concern = concern}, .strength = use.strength};
  if (found == candidates.end()) {
    candidates.push_back(std::move(candidate));
  } else if (found->strength < use.strength) {
    *found = std::move(candidate);
  }
}

}  // namespace

std::vector<Alternative> alternatives_to(const std::vector<TreatmentId>& treatments, const Understood& understood,
                                         const Catalogue& catalogue) {
  std::vector<Candidate> candidates;
  for (const auto* concern : concerns_of(treatments, understood, catalogue)) {
    for (const auto& use : concern->treatments) {
      const bool is_wanted =
          !is_among(treatments, use.treatment) && !is_among(understood.unwanted_treatments, use.treatment);
      if (is_wanted) add(candidates, use, concern->id);
    }
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::strength);
  std::vector<Alternative> alternatives;
  for (auto& candidate : candidates) {
    if (alternatives.size() < kMostAlternativeTreatments) alternatives.push_back(std::move(candidate.alternative));
  }
  return alternatives;
}

}  // namespace nearme
