#pragma once

#include <vector>

#include "directory/listing.hpp"
#include "directory/standing.hpp"
#include "trust/rules.hpp"

namespace nearme {

/// Lays the claims of a listing beside the rules of its place, offer by offer: what is met and by what, what is
/// missing, how old each check is. It reads the claims, the rules and the day, and nothing else of the listing: no
/// field that somebody could pay for can raise a level.
///
/// A rule that can be met by a practitioner must be met by each who does the treatment. A check older than the rule
/// allows counts as declared. A contradiction, or an exclusion of somebody at the site, makes the level contradicted.
std::vector<OfferStanding> standings_of(const Listing& listing, const TrustRules& rules, Date today);

}  // namespace nearme
