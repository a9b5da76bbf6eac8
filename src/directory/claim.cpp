#include "directory/claim.hpp"

namespace nearme {

ClaimState state_of(const Claim& claim, Date today) {
  if (claim.contradicted) return ClaimState::contradicted;
  // A claim is good up to the end of the day on which it expires.
  if (claim.expires_at && *claim.expires_at < today) return ClaimState::expired;
  const bool checked = !claim.checked_by.empty() && claim.checked_at && *claim.checked_at <= today;
  return checked ? ClaimState::confirmed : ClaimState::declared;
}

bool is_stale(const Claim& claim, Date today, std::chrono::days stale_after) {
  return claim.checked_at && std::chrono::sys_days{today} - std::chrono::sys_days{*claim.checked_at} > stale_after;
}

bool is_confirmed_lately(const Claim& claim, Date today) {
  return state_of(claim, today) == ClaimState::confirmed && !is_stale(claim, today, kUsualStaleAfter);
}

bool speaks_of(const Claim& claim, const TreatmentId& treatment) {
  return claim.treatment.empty() || claim.treatment == treatment;
}

std::string_view to_string(ClaimState state) {
  switch (state) {
    case ClaimState::contradicted:
      return "contradicted";
    case ClaimState::expired:
      return "expired";
    case ClaimState::declared:
      return "declared";
    case ClaimState::confirmed:
      return "confirmed";
  }
  return "declared";
}

std::string_view to_string(EvidenceLevel level) {
  switch (level) {
    case EvidenceLevel::none:
      return "none";
    case EvidenceLevel::declared:
      return "declared";
    case EvidenceLevel::confirmed:
      return "confirmed";
  }
  return "none";
}

}  // namespace nearme
