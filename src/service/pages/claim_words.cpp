#include "service/pages/claim_words.hpp"

#include <algorithm>
#include <utility>

#include "directory/adverse_claim.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

struct KnownClaim {
  std::string_view claim;  ///< its name is the message "claim.{claim}"
  bool asked_for;          ///< that its absence is worth saying
};

constexpr std::array<KnownClaim, 10> kKnownClaims{{{"registration", true},
                                                   {"licence", true},
                                                   {"insurance", true},
                                                   {"single-use-sterile", true},
                                                   {"training", true},
                                                   {"device", false},
                                                   {"inspection", false},
                                                   {"exclusion", false},
                                                   {"possible-exclusion", false},
                                                   {"identity", false}}};

}  // namespace

std::string claim_name(const Language& language, std::string_view claim) {
  if (std::ranges::count(kKnownClaims, claim, &KnownClaim::claim) > 0)
    return language.say("claim." + std::string(claim));
  std::string words{claim};
  std::ranges::replace(words, '-', ' ');
  return capitalised(language, words);
}

std::string claim_name_of(const Language& language, std::string_view claim, std::string_view person) {
  auto name = claim_name(language, claim);
  if (claim == "registration") name = language.say("claim.own-registration");
  if (claim == "licence" && !person.empty()) name = language.say("claim.own-licence");
  return person.empty() ? name : fmt::format("{} · {}", name, person);
}

bool is_asked_for(std::string_view claim) {
  return std::ranges::any_of(kKnownClaims,
                             [&](const KnownClaim& known) { return known.asked_for && known.claim == claim; });
}

std::vector<std::string_view> asked_for_claims() {
  std::vector<std::string_view> claims;
  for (const auto& known : kKnownClaims) {
    if (known.asked_for) claims.push_back(known.claim);
  }
  return claims;
}

std::string claim_state_words(const Language& language, const Claim& claim, Date today) {
  const auto state = state_of(claim, today);
  if (state == ClaimState::contradicted) return language.say("claim.contradicted", {{"by", claim.checked_by}});
  if (state == ClaimState::expired && claim.expires_at)
    return language.say("claim.expired", {{"day", date_words(language, *claim.expires_at)}});
  if (state == ClaimState::confirmed && claim.checked_at)
    return language.say("claim.confirmed",
                        {{"by", claim.checked_by}, {"day", date_words(language, *claim.checked_at)}});
  return language.say(is_adverse(claim) ? "claim.not-confirmed" : "claim.declared");
}

std::string need_words(const Language& language, const NeedStanding& need) {
  if (need.state == NeedState::missing) return language.say("rule.missing");
  const auto day = need.checked_at ? date_words(language, *need.checked_at) : "";
  const Language::Values values{{"claim", claim_name_of(language, need.claim, need.of == "site" ? "" : need.of)},
                                {"by", need.checked_by},
                                {"day", day}};
  return language.say(fmt::format("rule.{}", to_string(need.state)), values);
}

std::string level_words(const Language& language, OfferLevel level) {
  return language.say(fmt::format("rule.level-{}", to_string(level)));
}

std::vector<std::string> not_checked(const Language& language, const std::vector<Claim>& claims, Date today) {
  std::vector<std::string> names;
  for (const auto& known : kKnownClaims) {
    const auto speaks_of_it = [&](const Claim& claim) {
      return claim.claim == known.claim && state_of(claim, today) != ClaimState::expired;
    };
    if (known.asked_for && !std::ranges::any_of(claims, speaks_of_it))
      names.push_back(claim_name(language, known.claim));
  }
  return names;
}

}  // namespace nearme
