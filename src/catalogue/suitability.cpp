#include "catalogue/suitability.hpp"

#include <algorithm>
#include <functional>

namespace nearme {

std::string_view to_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::nothing_known_against:
      return "nothing-known-against";
    case Outcome::ask_first:
      return "ask-first";
    case Outcome::not_now:
      break;
  }
  return "not-now";
}

const SuitabilityQuestion* Suitability::question(std::string_view id) const {
  const auto found = std::ranges::find(questions, id, &SuitabilityQuestion::id);
  return found == questions.end() ? nullptr : &*found;
}

std::vector<const SuitabilityRule*> Suitability::rules_for(const TreatmentId& treatment) const {
  std::vector<const SuitabilityRule*> found;
  for (const auto& rule : rules) {
    if (std::ranges::find(rule.treatments, treatment) != rule.treatments.end()) found.push_back(&rule);
  }
  std::ranges::stable_sort(found, std::greater{}, &SuitabilityRule::outcome);
  return found;
}

}  // namespace nearme
