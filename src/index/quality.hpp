#pragma once

namespace nearme {

/// The static quality of a site, 0..1, is a fixed mixture of its evidence and of how complete its record is (docs/ranking.md).
constexpr double kEvidenceShareOfQuality = 0.7;
constexpr double kCompletenessShareOfQuality = 0.3;

/// What the site's strongest standing evidence is worth; none is worth nothing.
constexpr double kConfirmedWorth = 1.0;
constexpr double kDeclaredWorth = 0.4;

}  // namespace nearme
