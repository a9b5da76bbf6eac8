#include "index/quality.hpp"

#include <algorithm>
#include <array>

namespace nearme {
namespace {

double worth_of(EvidenceLevel evidence) {
  switch (evidence) {
    case EvidenceLevel::confirmed:
      return quality::kConfirmedEvidence;
    case EvidenceLevel::declared:
      return quality::kDeclaredEvidence;
    case EvidenceLevel::none:
      break;
  }
  return quality::kNoEvidence;
}

}  // namespace

double completeness_of(const Site& site, HoursKnown hours) {
  const bool has_price = std::ranges::any_of(site.offers, [](const Offer& offer) { return offer.price.has_value(); });
  const std::array<bool, 6> known{!site.phone.empty(), !site.website.empty(),        hours == HoursKnown::yes,
                                  has_price,           !site.address.street.empty(), !site.description.empty()};
  return static_cast<double>(std::ranges::count(known, true)) / static_cast<double>(known.size());
}

float quality_of(EvidenceLevel evidence, double completeness) {
  return static_cast<float>(quality::kEvidenceWeight * worth_of(evidence) +
                            quality::kCompletenessWeight * completeness);
}

}  // namespace nearme
