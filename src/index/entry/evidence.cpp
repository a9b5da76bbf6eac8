#include "index/entry/evidence.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "directory/claim_sort.hpp"

namespace nearme {
namespace {

constexpr std::array<std::string_view, 2> kOfPractitioners{"registration", "licence"};
constexpr std::array<std::string_view, 3> kOfSites{"licence", "registration", "inspection"};

bool does(const Practitioner& practitioner, const Offer& offer) {
  return std::ranges::find(offer.practitioners, practitioner.id) != offer.practitioners.end() ||
         std::ranges::find(practitioner.treatments, offer.treatment) != practitioner.treatments.end();
}

bool has_confirmed(const Listing& listing, std::string_view subject, std::span<const std::string_view> claims,
                   Date today) {
  return std::ranges::any_of(listing.claims, [&](const Claim& claim) {
    return claim.subject_id == subject && std::ranges::find(claims, claim.claim) != claims.end() &&
           state_of(claim, today) == ClaimState::confirmed;
  });
}

/// Somebody was confirmed to be excluded, at this site or the site itself: no offer of theirs is confirmed.
bool has_standing_exclusion(const Listing& listing, Date today) {
  return std::ranges::any_of(listing.claims, [&](const Claim& claim) {
    return is_adverse(claim) && state_of(claim, today) == ClaimState::confirmed;
  });
}

/// A register speaks against something that this site or person claims.
bool is_contradicted(const Listing& listing, std::string_view subject, Date today) {
  return std::ranges::any_of(listing.claims, [&](const Claim& claim) {
    return claim.subject_id == subject && state_of(claim, today) == ClaimState::contradicted;
  });
}

}  // namespace

EvidenceLevel evidence_of(const Listing& listing, Date today) {
  if (has_standing_exclusion(listing, today)) return EvidenceLevel::none;
  auto level = EvidenceLevel::none;
  for (const Claim& claim : listing.claims) {
    if (is_adverse(claim)) continue;  // says nothing good, whoever says it
    const ClaimState state = state_of(claim, today);
    if (state == ClaimState::confirmed && certifies(claim)) return EvidenceLevel::confirmed;
    if (state >= ClaimState::declared) level = EvidenceLevel::declared;
  }
  return level;
}

bool is_confirmed(const Offer& offer, const Listing& listing, Date today) {
  if (has_standing_exclusion(listing, today) || is_contradicted(listing, listing.site.id.text(), today)) return false;
  bool anybody_named = !offer.practitioners.empty();
  bool anybody_confirmed = false;
  for (const Practitioner& practitioner : listing.practitioners) {
    if (!does(practitioner, offer)) continue;
    if (is_contradicted(listing, practitioner.id.text(), today)) return false;
    anybody_named = true;
    anybody_confirmed |= has_confirmed(listing, practitioner.id.text(), kOfPractitioners, today);
  }
  if (anybody_confirmed) return true;
  return !anybody_named && has_confirmed(listing, listing.site.id.text(), kOfSites, today);
}

}  // namespace nearme
