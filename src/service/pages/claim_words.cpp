#include "service/pages/claim_words.hpp"

#include <algorithm>
#include <utility>

#include "directory/claim_sort.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

/// Of which places a careful person would ask for a claim.
enum class AskedOf : std::uint8_t { every_place, some_treatments, no_place };

struct KnownClaim {
  std::string_view claim;  ///< its name is the message "claim.{claim}"
  AskedOf asked_of;
};

/// In the order in which people ask.
constexpr std::array<KnownClaim, 13> kKnownClaims{{{"registration", AskedOf::every_place},
                                                   {"licence", AskedOf::every_place},
                                                   {"insurance", AskedOf::every_place},
                                                   {"single-use-sterile", AskedOf::every_place},
                                                   {"training", AskedOf::every_place},
                                                   {"consultation", AskedOf::every_place},
                                                   {"complaints", AskedOf::every_place},
                                                   {"device", AskedOf::some_treatments},
                                                   {"needle-depth", AskedOf::some_treatments},
                                                   {"inspection", AskedOf::no_place},
                                                   {"exclusion", AskedOf::no_place},
                                                   {"possible-exclusion", AskedOf::no_place},
                                                   {"identity", AskedOf::no_place}}};

bool is_asked_with(const std::vector<Offer>& offers, const Catalogue& catalogue, std::string_view claim) {
  return std::ranges::any_of(offers, [&](const Offer& offer) {
    const auto* treatment = catalogue.find(offer.treatment);
    return treatment != nullptr && std::ranges::count(treatment->claims, claim) > 0;
  });
}

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

std::string only_for_words(const Language& language, const Claim& claim, const Catalogue& catalogue,
                           std::string_view law) {
  if (claim.treatment.empty()) return {};
  const auto name = within_sentence(language, catalogue.name_shown(claim.treatment, law, language.tag()));
  return language.say("claim.only-for", {{"treatment", name}});
}

std::vector<std::string_view> asked_for_claims(const std::vector<Offer>& offers, const Catalogue& catalogue) {
  std::vector<std::string_view> claims;
  for (const auto& [claim, asked_of] : kKnownClaims) {
    const bool is_asked = asked_of == AskedOf::every_place ||
                          (asked_of == AskedOf::some_treatments && is_asked_with(offers, catalogue, claim));
    if (is_asked) claims.push_back(claim);
  }
  return claims;
}

std::vector<std::string_view> asked_for_claims() {
  std::vector<std::string_view> claims;
  for (const auto& [claim, asked_of] : kKnownClaims) {
    if (asked_of != AskedOf::no_place) claims.push_back(claim);
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

std::vector<std::string> not_checked(const Language& language, const std::vector<std::string_view>& asked_for,
                                     const std::vector<Claim>& claims, Date today) {
  std::vector<std::string> names;
  for (const auto asked : asked_for) {
    const auto speaks_of_it = [&](const Claim& claim) {
      return claim.claim == asked && state_of(claim, today) != ClaimState::expired;
    };
    if (!std::ranges::any_of(claims, speaks_of_it)) names.push_back(claim_name(language, asked));
  }
  return names;
}

}  // namespace nearme
