#include "service/pages/shown_evidence.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.hpp"
#include "directory/claim_sort.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"

namespace nearme {
namespace {

using nlohmann::json;

ShownClaim claim_of(const json& fields) {
  Claim claim;
  claim.treatment = TreatmentId{text_of(fields, "treatment")};
  claim.claim = text_of(fields, "claim");
  claim.contradicted = text_of(fields, "state") == to_string(ClaimState::contradicted);
  claim.checked_by = text_of(fields, "checked_by");
  if (const auto day = parse_date(text_of(fields, "checked_at"))) claim.checked_at = *day;
  if (const auto day = parse_date(text_of(fields, "expires_at"))) claim.expires_at = *day;
  return {.claim = std::move(claim), .of = text_of(fields, "of")};
}

/// The offers that a result answers for: those of the treatments `asked_for`, or all.
std::vector<Offer> offers_of(const json& result, const std::vector<TreatmentId>& asked_for) {
  std::vector<Offer> offers;
  for (const auto& offer : part_of(result, "offers")) {
    const TreatmentId treatment{text_of(offer, "treatment")};
    if (asked_for.empty() || std::ranges::find(asked_for, treatment) != asked_for.end())
      offers.push_back({.treatment = treatment, .price = {}, .practitioners = {}});
  }
  return offers;
}

bool is_shown(const Claim& claim, const std::vector<TreatmentId>& asked_for) {
  return is_adverse(claim) || asked_for.empty() ||
         std::ranges::any_of(asked_for, [&](const TreatmentId& treatment) { return speaks_of(claim, treatment); });
}

}  // namespace

ShownEvidence::ShownEvidence(const json& result, EvidenceSetting setting)
    : setting_(std::move(setting)),
      asked_for_(asked_for_claims(offers_of(result, setting_.asked_for), setting_.catalogue)) {
  for (const auto& fields : part_of(part_of(result, "evidence"), "claims")) {
    auto shown = claim_of(fields);
    if (is_shown(shown.claim, setting_.asked_for)) claims_.push_back(std::move(shown));
  }
}

std::optional<ShownClaim> ShownEvidence::strongest() const {
  const auto speaks_for_somebody = [&](const ShownClaim& each) {
    return certifies(each.claim) && is_confirmed_lately(each.claim, setting_.today);
  };
  const auto found = std::ranges::find_if(claims_, speaks_for_somebody);
  return found == claims_.end() ? std::nullopt : std::optional(*found);
}

const ShownClaim* ShownEvidence::find_weak(std::string_view claim, ClaimState state) const {
  const auto found = std::ranges::find_if(claims_, [&](const ShownClaim& each) {
    return each.claim.claim == claim && state_of(each.claim, setting_.today) == state &&
           !is_confirmed_lately(each.claim, setting_.today);
  });
  return found == claims_.end() ? nullptr : &*found;
}

const ShownClaim* ShownEvidence::weakest() const {
  const auto excluded = std::ranges::find_if(claims_, [&](const ShownClaim& each) {
    return each.claim.claim == "exclusion" && speaks_against(each.claim, setting_.today);
  });
  if (excluded != claims_.end()) return &*excluded;
  for (const auto state :
       {ClaimState::contradicted, ClaimState::expired, ClaimState::confirmed, ClaimState::declared}) {
    for (const auto asked : asked_for_) {
      if (const auto* found = find_weak(asked, state)) return found;
    }
  }
  return nullptr;
}

std::string ShownEvidence::weakest_words() const {
  if (const auto* shown = weakest())
    return setting_.language.say("card.claim", {{"claim", name_of_claim(*shown)}, {"state", state_words(*shown)}});
  std::vector<Claim> all;
  for (const auto& each : claims_) all.push_back(each.claim);
  const auto missing = not_checked(setting_.language, asked_for_, all, setting_.today);
  return missing.empty() ? std::string{} : setting_.language.say("card.not-checked", {{"claim", missing.front()}});
}

std::string ShownEvidence::name_of_claim(const ShownClaim& shown) const {
  const auto& [claim, of] = shown;
  const auto name = of.empty() ? claim_name(setting_.language, claim.claim)
                               : claim_name_of(setting_.language, claim.claim, of == "site" ? "" : of);
  const auto only_for = only_for_words(setting_.language, claim, setting_.catalogue, setting_.law);
  return only_for.empty() ? name : fmt::format("{} · {}", name, only_for);
}

std::string ShownEvidence::state_words(const ShownClaim& shown) const {
  return claim_state_words(setting_.language, shown.claim, setting_.today);
}

}  // namespace nearme
