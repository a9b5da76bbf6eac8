#include "trust/levels.hpp"

#include <algorithm>

#include "directory/claim_sort.hpp"
#include "directory/who_does.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// A claim and what it makes of a rule.
struct Decided {
  NeedState state = NeedState::missing;
  const Claim* claim = nullptr;
};

NeedState need_state(const Claim& claim, const TrustRule& rule, Date today) {
  switch (state_of(claim, today)) {
    case ClaimState::contradicted:
      return NeedState::contradicted;
    case ClaimState::expired:
      return NeedState::expired;
    case ClaimState::declared:
      return NeedState::declared;
    case ClaimState::confirmed:
      return is_stale(claim, today, rule.stale_after) ? NeedState::stale : NeedState::met;
  }
  return NeedState::missing;
}

/// Whether a registration is on one of the registers that count.
bool is_on_a_register(const Claim& claim, const TrustRule& rule) {
  if (claim.claim != "registration" || rule.registers.empty()) return true;
  const auto words = " " + fold(claim.value) + " " + fold(claim.checked_by) + " ";
  return std::ranges::any_of(
      rule.registers, [&](const std::string& name) { return words.find(" " + name + " ") != std::string::npos; });
}

/// The stronger of two; a contradiction is never outweighed.
Decided stronger(const Decided& one, const Decided& other) {
  if (one.state == NeedState::contradicted || other.state == NeedState::contradicted)
    return one.state == NeedState::contradicted ? one : other;
  return other.state > one.state ? other : one;
}

/// An offer of a listing beside one rule.
struct Beside {
  const Listing& listing;
  const Offer& offer;
  const TrustRule& rule;
  Date today;
};

bool can_meet(const Claim& claim, ClaimOf of, const TrustRule& rule) {
  return !is_adverse(claim) && is_on_a_register(claim, rule) &&
         std::ranges::any_of(rule.met_by,
                             [&](const WayToMeet& way) { return way.of == of && way.claim == claim.claim; });
}

/// What the claims of one subject make of the ways that are open to it.
Decided decide(const Beside& beside, const std::string& subject, ClaimOf of) {
  Decided best;
  for (const auto& claim : beside.listing.claims) {
    if (claim.subject_id != subject || !speaks_of(claim, beside.offer.treatment)) continue;
    if (can_meet(claim, of, beside.rule))
      best = stronger(best, {.state = need_state(claim, beside.rule, beside.today), .claim = &claim});
  }
  return best;
}

bool is_for_practitioners(const TrustRule& rule) {
  return std::ranges::find(rule.met_by, ClaimOf::practitioner, &WayToMeet::of) != rule.met_by.end();
}

/// By the site, or by each practitioner who does it: the weakest of them decides.
Decided decide_for(const Beside& beside) {
  const auto by_site = decide(beside, beside.listing.site.id.text(), ClaimOf::site);
  if (!is_for_practitioners(beside.rule)) return by_site;
  std::optional<Decided> weakest;
  for (const auto& practitioner : beside.listing.practitioners) {
    if (!does(practitioner, beside.offer)) continue;
    const auto theirs = stronger(by_site, decide(beside, practitioner.id.text(), ClaimOf::practitioner));
    if (!weakest || theirs.state < weakest->state) weakest = theirs;
  }
  return weakest.value_or(by_site);
}

std::string whose(const Claim& claim, const Listing& listing) {
  const auto found = std::ranges::find(listing.practitioners, claim.subject_id,
                                       [](const Practitioner& each) { return each.id.text(); });
  return found == listing.practitioners.end() ? "site" : found->name;
}

NeedStanding standing_of(const Decided& decided, const TrustRule& rule, const Listing& listing,
                         const TrustRules& rules) {
  NeedStanding need{.rule = rule.id,
                    .text = rule.text,
                    .jurisdiction = rules.jurisdiction(rule.jurisdiction)->name,
                    .state = decided.state,
                    .source = rule.source,
                    .url = rule.url,
                    .review_date = rule.review_date,
                    .reviewed_by = rule.reviewed_by};
  if (decided.claim == nullptr) return need;
  need.claim = decided.claim->claim;
  need.of = whose(*decided.claim, listing);
  need.checked_by = decided.claim->checked_by;
  need.checked_at = decided.claim->checked_at;
  return need;
}

/// Whether a claim is of the site, or of somebody who does this there.
bool is_behind(const Claim& claim, const Offer& offer, const Listing& listing) {
  return claim.subject_id == listing.site.id.text() ||
         std::ranges::any_of(listing.practitioners, [&](const Practitioner& each) {
           return each.id.text() == claim.subject_id && does(each, offer);
         });
}

/// Somebody there is excluded, or a register speaks against a claim of those who are behind the offer.
bool is_spoken_against(const Offer& offer, const Listing& listing, Date today) {
  return std::ranges::any_of(listing.claims, [&](const Claim& claim) {
    if (!speaks_of(claim, offer.treatment)) return false;
    const auto state = state_of(claim, today);
    if (is_adverse(claim)) return state == ClaimState::confirmed;
    return state == ClaimState::contradicted && is_behind(claim, offer, listing);
  });
}

OfferLevel level_of(const std::vector<NeedStanding>& needs) {
  const auto count = [&](NeedState state) { return std::ranges::count(needs, state, &NeedStanding::state); };
  const auto met = static_cast<std::size_t>(count(NeedState::met));
  if (met == needs.size()) return OfferLevel::confirmed;
  if (met > 0) return OfferLevel::partly_confirmed;
  return count(NeedState::declared) + count(NeedState::stale) > 0 ? OfferLevel::declared : OfferLevel::not_checked;
}

}  // namespace

std::vector<OfferStanding> standings_of(const Listing& listing, const TrustRules& rules, Date today) {
  return standings_at(listing.site.address, listing, rules, today);
}

std::vector<OfferStanding> standings_at(const Address& place, const Listing& listing, const TrustRules& rules,
                                        Date today) {
  std::vector<OfferStanding> standings;
  for (const auto& offer : listing.site.offers) {
    OfferStanding standing{.treatment = offer.treatment, .needs = {}};
    for (const auto* rule : rules.rules_for(offer.treatment, place))
      standing.needs.push_back(standing_of(
          decide_for({.listing = listing, .offer = offer, .rule = *rule, .today = today}), *rule, listing, rules));
    const bool is_against = is_spoken_against(offer, listing, today);
    if (standing.needs.empty() && !is_against) continue;
    standing.level = is_against ? OfferLevel::contradicted : level_of(standing.needs);
    standings.push_back(std::move(standing));
  }
  return standings;
}

}  // namespace nearme
