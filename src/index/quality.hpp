#pragma once

#include "directory/claim.hpp"
#include "directory/site.hpp"

namespace nearme {

/// The static part of a site's ranking, from 0 to 1: what it can show, and how complete its record is. The weights are
/// policy, published in docs/ranking.md; nothing else enters.
namespace quality {

constexpr double kEvidenceWeight = 0.7;
constexpr double kCompletenessWeight = 0.3;
static_assert(kEvidenceWeight + kCompletenessWeight == 1.0);

/// What each level of evidence is worth of its weight.
constexpr double kConfirmedEvidence = 1.0;
constexpr double kDeclaredEvidence = 0.4;
constexpr double kNoEvidence = 0.0;

}  // namespace quality

/// Whether the opening hours of a site could be understood.
enum class HoursKnown : std::uint8_t { no, yes };

/// The share, from 0 to 1, of what a visitor wants to know before they go: phone, website, opening hours, a price,
/// street, description.
double completeness_of(const Site& site, HoursKnown hours);

float quality_of(EvidenceLevel evidence, double completeness);

}  // namespace nearme
