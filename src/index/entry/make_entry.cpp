#include "index/entry/make_entry.hpp"

#include <algorithm>
#include <cctype>

#include "directory/claim_sort.hpp"
#include "directory/json.hpp"
#include "index/entry/evidence.hpp"
#include "index/entry/ready_json.hpp"
#include "index/members.hpp"
#include "index/quality.hpp"
#include "text/postcode.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kUsualNames = 32;

void add(Names& names, std::string_view prefix, std::string_view rest) {
  if (rest.empty()) return;
  std::string& name = names.emplace_back();
  name.reserve(prefix.size() + rest.size());
  name.append(prefix).append(rest);
}

std::string to_lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return text;
}

void add_offers(Names& names, const Site& site, const ListingEvidence& evidence) {
  for (std::size_t i = 0; i < site.offers.size(); ++i) {
    const TreatmentId& treatment = site.offers[i].treatment;
    add(names, members::kOffers, treatment.text());
    if (evidence.is_confirmed[i]) add(names, members::kOffersConfirmed, treatment.text());
  }
}

void add_kinds(Names& names, const Site& site, const Catalogue& catalogue) {
  for (const KindId& id : site.kinds) {
    add(names, members::kKind, id.text());
    const Kind* kind = catalogue.find(id);
    if (kind == nullptr) continue;
    for (const TreatmentId& treatment : kind->may_offer) {
      const bool offers_it = std::ranges::find(site.offers, treatment, &Offer::treatment) != site.offers.end();
      if (!offers_it) add(names, members::kMayOffer, treatment.text());
    }
  }
}

/// What the site, or somebody who works there, says or has shown; of one treatment in a set of its own.
void add_claims(Names& names, const Listing& listing, Date today) {
  for (const Claim& claim : listing.claims) {
    const ClaimState state = state_of(claim, today);
    const bool holds = state == ClaimState::declared || state == ClaimState::confirmed;
    if (!holds || is_adverse(claim)) continue;
    if (claim.treatment.empty()) {
      add(names, members::kClaim, claim.claim);
    } else {
      add(names, members::kOfferClaim, members::offer_claim(claim.treatment.text(), claim.claim));
    }
  }
}

/// The postcode and the larger area that holds it: "ls14ap" and "ls1".
void add_postcode(Names& names, const Address& address) {
  add(names, members::kPostcode, postcode_key(address.postcode));
  const auto form = postcode_form(address.postcode);
  if (!form) return;
  add(names, members::kPostcode, form->key);
  if (form->country == address.country) add(names, members::kPostcode, form->district);
}

std::vector<IndexedOffer> offers_of(const Site& site, const ListingEvidence& evidence) {
  std::vector<IndexedOffer> offers;
  offers.reserve(site.offers.size());
  for (std::size_t i = 0; i < site.offers.size(); ++i) {
    const Offer& offer = site.offers[i];
    offers.push_back({.treatment = offer.treatment, .price = offer.price, .confirmed = evidence.is_confirmed[i]});
  }
  return offers;
}

/// The sets that a listing is in (members.hpp).
Names members_of(const Listing& listing, const Catalogue& catalogue, const ListingEvidence& evidence, Date today) {
  const Site& site = listing.site;
  Names names;
  names.reserve(kUsualNames);
  add_offers(names, site, evidence);
  add_kinds(names, site, catalogue);
  for (const std::string& language : site.languages) add(names, members::kLanguage, to_lower(language));
  if (site.wheelchair != Wheelchair::unknown) add(names, members::kWheelchair, to_string(site.wheelchair));
  if (evidence.level != EvidenceLevel::none) add(names, members::kEvidence, to_string(evidence.level));
  add_claims(names, listing, today);
  add(names, members::kCountry, site.address.country);
  add_postcode(names, site.address);
  return names;
}

}  // namespace

std::vector<std::string> words_of(const Listing& listing) {
  Names words;
  words.reserve(kUsualNames);
  const auto add_words = [&](std::string_view text) {
    for (Token& token : tokenize(text)) words.push_back(std::move(token.word));
  };
  add_words(listing.site.name);
  add_words(listing.site.address.city);
  add_words(listing.site.address.street);
  for (const Practitioner& practitioner : listing.practitioners) add_words(practitioner.name);
  for (const std::string& service : listing.site.other_services) add_words(service);
  return words;
}

IndexEntry lay_out_entry(const Listing& listing, const Catalogue& catalogue, Date today, SharedParts parts) {
  const Site& site = listing.site;
  const ListingEvidence evidence = all_evidence_of(listing, today);
  const HoursKnown hours = parts.schedule ? HoursKnown::yes : HoursKnown::no;
  return {.id = site.id,
          .position = site.position,
          .name = site.name,
          .slug = parts.slug,
          .members = members_of(listing, catalogue, evidence, today),
          .words = words_of(listing),
          .offers = offers_of(site, evidence),
          .quality = quality_of(evidence.level, completeness_of(site, hours)),
          .rating = site.rating,
          .schedule = std::move(parts.schedule),
          .time_zone = site.time_zone,
          .ready_json = ready_json_of(listing, evidence, parts.slug, today)};
}

}  // namespace nearme
