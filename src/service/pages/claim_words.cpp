#include "service/pages/claim_words.hpp"

#include <algorithm>
#include <utility>

#include "directory/adverse_claim.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

struct ClaimName {
  std::string_view claim;
  std::string_view name;
  bool asked_for;  ///< that its absence is worth saying
};

constexpr std::array<ClaimName, 10> kClaimNames{{{"registration", "Practitioner’s registration", true},
                                                 {"licence", "Licence of the premises", true},
                                                 {"insurance", "Insurance", true},
                                                 {"single-use-sterile", "Sterile single-use needles", true},
                                                 {"training", "Training in the treatment", true},
                                                 {"device", "Device", false},
                                                 {"inspection", "Inspection", false},
                                                 {"exclusion", "Exclusion from practice", false},
                                                 {"possible-exclusion", "Possible exclusion from practice", false},
                                                 {"identity", "Identity number", false}}};

}  // namespace

std::string claim_name(std::string_view claim) {
  for (const auto& known : kClaimNames) {
    if (known.claim == claim) return std::string{known.name};
  }
  std::string words{claim};
  std::ranges::replace(words, '-', ' ');
  return capitalised(words);
}

std::string claim_name_of(std::string_view claim, std::string_view person) {
  auto name = claim == "registration" ? std::string{"Registration"} : claim_name(claim);
  if (claim == "licence" && !person.empty()) name = "Licence";
  return person.empty() ? name : fmt::format("{} · {}", name, person);
}

bool is_asked_for(std::string_view claim) {
  return std::ranges::any_of(kClaimNames,
                             [&](const ClaimName& known) { return known.asked_for && known.claim == claim; });
}

std::vector<std::string_view> asked_for_claims() {
  std::vector<std::string_view> claims;
  for (const auto& known : kClaimNames) {
    if (known.asked_for) claims.push_back(known.claim);
  }
  return claims;
}

std::string claim_state_words(const Claim& claim, Date today) {
  const auto state = state_of(claim, today);
  if (state == ClaimState::contradicted) return "contradicted by " + claim.checked_by;
  if (state == ClaimState::expired && claim.expires_at) return "expired " + date_words(*claim.expires_at);
  if (state == ClaimState::confirmed && claim.checked_at)
    return fmt::format("confirmed by {} on {}", claim.checked_by, date_words(*claim.checked_at));
  if (is_adverse(claim)) return "not confirmed";
  return "declared by the clinic";
}

std::string need_words(const NeedStanding& need) {
  const auto name = claim_name_of(need.claim, need.of == "site" ? "" : need.of);
  const auto check =
      need.checked_at ? fmt::format("confirmed by {} on {}", need.checked_by, date_words(*need.checked_at)) : "";
  switch (need.state) {
    case NeedState::met:
      return fmt::format("{}: {}", name, check);
    case NeedState::stale:
      return fmt::format("{}: {}, too long ago to count", name, check);
    case NeedState::declared:
      return name + ": declared by the clinic";
    case NeedState::expired:
      return name + ": expired";
    case NeedState::contradicted:
      return fmt::format("{}: contradicted by {}", name, need.checked_by);
    case NeedState::missing:
      break;
  }
  return "not checked";
}

std::string level_words(OfferLevel level) {
  switch (level) {
    case OfferLevel::confirmed:
      return "All that the rules of this place ask for is confirmed.";
    case OfferLevel::partly_confirmed:
      return "Some of what the rules of this place ask for is confirmed.";
    case OfferLevel::declared:
      return "What the rules of this place ask for is declared, and nobody has confirmed it.";
    case OfferLevel::contradicted:
      return "A register speaks against it.";
    case OfferLevel::not_checked:
      break;
  }
  return "What the rules of this place ask for is not checked.";
}

std::vector<std::string> not_checked(const std::vector<Claim>& claims, Date today) {
  std::vector<std::string> names;
  for (const auto& known : kClaimNames) {
    const auto speaks_of_it = [&](const Claim& claim) {
      return claim.claim == known.claim && state_of(claim, today) != ClaimState::expired;
    };
    if (known.asked_for && !std::ranges::any_of(claims, speaks_of_it)) names.emplace_back(known.name);
  }
  return names;
}

}  // namespace nearme
