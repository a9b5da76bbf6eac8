#pragma once

#include <string>
#include <string_view>

namespace nearme {

/// The names of the sets of sites that an image keeps as bit tries: "kind:dermatology", "offers:micro-needling". A set
/// is exact for what its name says: `offers-confirmed` holds a site only when the offer itself is confirmed.
namespace members {

constexpr std::string_view kOffers = "offers:";                     ///< + treatment
constexpr std::string_view kOffersConfirmed = "offers-confirmed:";  ///< + treatment, done by somebody confirmed
constexpr std::string_view kMayOffer = "may-offer:";                ///< + treatment that sites of its kind often offer
constexpr std::string_view kKind = "kind:";                         ///< + kind
constexpr std::string_view kLanguage = "language:";                 ///< + BCP 47 tag, lower case
constexpr std::string_view kWheelchair = "wheelchair:";             ///< + yes, limited, no
constexpr std::string_view kEvidence = "evidence:";                 ///< + confirmed, declared
constexpr std::string_view kClaim = "claim:";             ///< + claim that holds, declared or confirmed: insurance
constexpr std::string_view kOfferClaim = "offer-claim:";  ///< + treatment, ":" and a claim that holds for it alone
constexpr std::string_view kCountry = "country:";         ///< + ISO 3166-1 alpha-2, capitals
constexpr std::string_view kPostcode = "postcode:";       ///< + key of a postcode (text/postcode.hpp)

/// What follows `kOfferClaim`: "micro-needling:insurance".
inline std::string offer_claim(std::string_view treatment, std::string_view claim) {
  return std::string(treatment).append(":").append(claim);
}

}  // namespace members
}  // namespace nearme
