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
/// A claim of one treatment counts for its offer alone; one of none for all. A rule that can be met by a practitioner
/// must be met by each who does the treatment. A check older than the rule allows counts as declared. An exclusion of
/// somebody at the site, or a register or an inspection that speaks against a claim of the site or of somebody who does
/// the treatment, makes the level contradicted, whatever the rules ask for; so it does where there are no rules. An
/// offer of which nothing of this can be said has no standing.
std::vector<OfferStanding> standings_of(const Listing& listing, const TrustRules& rules, Date today);

/// The same where more is known of the place than the site's own address tells, such as the borough.
std::vector<OfferStanding> standings_at(const Address& place, const Listing& listing, const TrustRules& rules,
                                        Date today);

}  // namespace nearme
