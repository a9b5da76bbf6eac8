#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "directory/claim.hpp"
#include "directory/site.hpp"
#include "directory/standing.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// Evidence in plain words: a claim never reads like a check, and what nobody said is said to be not checked.

/// "registration" as "Practitioner's registration"; other words as they are.
std::string claim_name(const Language& language, std::string_view claim);

/// The same where it is known whose it is: "Registration · Anna Example"; "Registration" of the site itself, for which
/// the person is empty.
std::string claim_name_of(const Language& language, std::string_view claim, std::string_view person);

/// "for micro-needling only", by the name that the law lets pages show; empty for a claim about all that is done.
std::string only_for_words(const Language& language, const Claim& claim, const Catalogue& catalogue,
                           std::string_view law);

/// The claims whose absence is worth saying, in the order in which people ask: of every place, and of the treatments
/// that it offers (a device, the depth of the needles).
std::vector<std::string_view> asked_for_claims(const std::vector<Offer>& offers, const Catalogue& catalogue);
/// The same of any place; the last are asked for of some treatments only.
std::vector<std::string_view> asked_for_claims();

/// "confirmed by GMC on 1 November 2026", "declared by the clinic", "expired 3 May 2026", "contradicted by GMC".
std::string claim_state_words(const Language& language, const Claim& claim, Date today);

/// "met: Licence of the premises, confirmed by Leeds City Council on 1 November 2026"; "not checked" where nothing
/// speaks of it; "confirmed by ... on ..., too long ago to count".
std::string need_words(const Language& language, const NeedStanding& need);

/// "Everything that the rules here ask for is confirmed" and the like.
std::string level_words(const Language& language, OfferLevel level);

/// Of what is asked for, the names of what none of these claims speaks of (expired ones do not count).
std::vector<std::string> not_checked(const Language& language, const std::vector<std::string_view>& asked_for,
                                     const std::vector<Claim>& claims, Date today);

}  // namespace nearme
