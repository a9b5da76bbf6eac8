#pragma once

#include <vector>

#include "directory/listing.hpp"

namespace nearme {

/// The evidence of a listing as a whole: the strongest standing claim of the site or of somebody who works there, be it
/// of one treatment or of all. Who somebody is ("identity"), how a place works (the consultation, the way to complain,
/// its devices, the depth of needles) and what was checked longer than kUsualStaleAfter ago makes it declared at most.
/// None while anybody there is confirmed to be excluded from practice.
EvidenceLevel evidence_of(const Listing& listing, Date today);

/// Whether an offer itself is confirmed, by a check that is not stale: somebody who does it has a confirmed
/// registration or licence, or, where nobody is named for it, the site has a confirmed licence, registration or
/// inspection. Never while an exclusion stands, nor where a register contradicts the site or somebody who does it. What
/// is claimed of another treatment counts for nothing here, neither for the offer nor against it.
bool is_confirmed(const Offer& offer, const Listing& listing, Date today);

/// Both of a whole listing, worked out once for all who ask.
struct ListingEvidence {
  EvidenceLevel level = EvidenceLevel::none;
  std::vector<bool> is_confirmed;  ///< of each offer of the site, in their order
};
ListingEvidence all_evidence_of(const Listing& listing, Date today);

}  // namespace nearme
