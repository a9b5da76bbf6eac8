#include "index/entry/evidence.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "directory/claim_sort.hpp"
#include "directory/who_does.hpp"

namespace nearme {
namespace {

constexpr std::array<std::string_view, 2> kOfPractitioners{"registration", "licence"};
constexpr std::array<std::string_view, 3> kOfSites{"licence", "registration", "inspection"};

/// What is said of one offer by claims about it, or about all that their subject does.
struct SaidOfOffer {
  const Listing& listing;
  const TreatmentId& treatment;
  Date today;

  [[nodiscard]] bool any_of_it(const auto& is_meant) const {
    return std::ranges::any_of(listing.claims,
                               [&](const Claim& claim) { return speaks_of(claim, treatment) && is_meant(claim); });
  }

  [[nodiscard]] bool is_confirmed(std::string_view subject, std::span<const std::string_view> claims) const {
    return any_of_it([&](const Claim& claim) {
      return claim.subject_id == subject && is_confirmed_lately(claim, today) &&
             std::ranges::find(claims, claim.claim) != claims.end();
    });
  }

  /// A register or an inspection speaks against something that this site or person claims.
  [[nodiscard]] bool is_contradicted(std::string_view subject) const {
    return any_of_it([&](const Claim& claim) {
      return claim.subject_id == subject && !is_adverse(claim) && speaks_against(claim, today);
    });
  }

  /// The site, or somebody there, is confirmed to be excluded from it.
  [[nodiscard]] bool is_excluded() const {
    return any_of_it(
        [&](const Claim& claim) { return is_adverse(claim) && state_of(claim, today) == ClaimState::confirmed; });
  }
};

/// Somebody was confirmed to be excluded from all they do.
bool has_standing_exclusion(const Listing& listing, Date today) {
  return std::ranges::any_of(listing.claims, [&](const Claim& claim) {
    return is_adverse(claim) && claim.treatment.empty() && state_of(claim, today) == ClaimState::confirmed;
  });
}

}  // namespace

EvidenceLevel evidence_of(const Listing& listing, Date today) {
  if (has_standing_exclusion(listing, today)) return EvidenceLevel::none;
  auto level = EvidenceLevel::none;
  for (const Claim& claim : listing.claims) {
    if (is_adverse(claim)) continue;  // says nothing good, whoever says it
    // Nor does what is said for a treatment that somebody there is barred from.
    const SaidOfOffer said{.listing = listing, .treatment = claim.treatment, .today = today};
    if (!claim.treatment.empty() && said.is_excluded()) continue;
    if (is_confirmed_lately(claim, today) && certifies(claim)) return EvidenceLevel::confirmed;
    if (state_of(claim, today) >= ClaimState::declared) level = EvidenceLevel::declared;
  }
  return level;
}

bool is_confirmed(const Offer& offer, const Listing& listing, Date today) {
  const SaidOfOffer said{.listing = listing, .treatment = offer.treatment, .today = today};
  if (said.is_excluded() || said.is_contradicted(listing.site.id.text())) return false;
  bool anybody_named = !offer.practitioners.empty();
  bool anybody_confirmed = false;
  for (const Practitioner& practitioner : listing.practitioners) {
    if (!does(practitioner, offer)) continue;
    if (said.is_contradicted(practitioner.id.text())) return false;
    anybody_named = true;
    anybody_confirmed |= said.is_confirmed(practitioner.id.text(), kOfPractitioners);
  }
  if (anybody_confirmed) return true;
  return !anybody_named && said.is_confirmed(listing.site.id.text(), kOfSites);
}

ListingEvidence all_evidence_of(const Listing& listing, Date today) {
  ListingEvidence evidence{.level = evidence_of(listing, today), .is_confirmed = {}};
  evidence.is_confirmed.reserve(listing.site.offers.size());
  for (const Offer& offer : listing.site.offers) evidence.is_confirmed.push_back(is_confirmed(offer, listing, today));
  return evidence;
}

}  // namespace nearme
