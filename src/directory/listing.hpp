#pragma once

#include <vector>

#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"
#include "directory/standing.hpp"

namespace nearme {

/// A site with everything that belongs to it: who works there, and what is claimed of it and of them.
struct Listing {
  Site site;
  std::vector<Practitioner> practitioners;  ///< by id
  std::vector<Claim> claims;                ///< of the site, then of the practitioners by id
  std::vector<OfferStanding> standings;     ///< worked out, never stored: of offers for which there are rules

  friend bool operator==(const Listing&, const Listing&) = default;
};

}  // namespace nearme
