#include "index/entry/ready_json.hpp"

#include <algorithm>

#include "base/json_text.hpp"
#include "directory/json.hpp"

namespace nearme {
namespace {

constexpr std::size_t kUsualLength = 1024;

/// 120 or 99.5: whole amounts without a fraction.
void put_amount(JsonText& json, const Money& money) {
  if (money.hundredths % 100 == 0) {
    json.value(money.hundredths / 100);
  } else {
    json.value(static_cast<double>(money.hundredths) / 100);
  }
}

void put_address(JsonText& json, const Address& address) {
  json.key("address");
  json.open_object();
  json.field_unless_empty("street", address.street);
  json.field_unless_empty("city", address.city);
  json.field_unless_empty("region", address.region);
  json.field_unless_empty("postcode", address.postcode);
  json.field_unless_empty("country", address.country);
  json.close_object();
}

void put_need(JsonText& json, const NeedStanding& need, Date today) {
  json.open_object();
  json.field("rule", need.rule);
  json.field("text", need.text);
  json.field("jurisdiction", need.jurisdiction);
  json.field("state", to_string(need.state));
  json.field_unless_empty("claim", need.claim);
  json.field_unless_empty("of", need.of);
  json.field_unless_empty("checked_by", need.checked_by);
  if (need.checked_at) {
    json.field("checked_at", format_date(*need.checked_at));
    json.field("age_days", (std::chrono::sys_days{today} - std::chrono::sys_days{*need.checked_at}).count());
  }
  json.field("source", need.source);
  json.field("url", need.url);
  json.field("review_date", need.review_date);
  json.field_unless_empty("reviewed_by", need.reviewed_by);
  json.close_object();
}

/// How the offer stands beside the rules of its place, where there are any.
void put_standing(JsonText& json, const Offer& offer, const Listing& listing, Date today) {
  const auto found = std::ranges::find(listing.standings, offer.treatment, &OfferStanding::treatment);
  if (found == listing.standings.end()) return;
  json.field("level", to_string(found->level));
  json.key("requirements");
  json.open_array();
  for (const NeedStanding& need : found->needs) put_need(json, need, today);
  json.close_array();
}

void put_offers(JsonText& json, const Listing& listing, const ListingEvidence& evidence, Date today) {
  json.key("offers");
  json.open_array();
  for (std::size_t i = 0; i < listing.site.offers.size(); ++i) {
    const Offer& offer = listing.site.offers[i];
    json.open_object();
    json.field("treatment", offer.treatment.text());
    if (offer.price) {
      json.key("price");
      put_amount(json, *offer.price);
      json.field("currency", offer.price->currency);
    }
    if (evidence.is_confirmed[i]) json.field("confirmed", true);
    put_standing(json, offer, listing, today);
    json.close_object();
  }
  json.close_array();
}

/// Whom a claim is about: "site", or the name of somebody who works there.
std::string_view subject_of(const Claim& claim, const Listing& listing) {
  const auto found = std::ranges::find_if(listing.practitioners, [&](const Practitioner& practitioner) {
    return practitioner.id.text() == claim.subject_id;
  });
  return found == listing.practitioners.end() ? std::string_view("site") : std::string_view(found->name);
}

void put_claim(JsonText& json, const Claim& claim, const Listing& listing, Date today) {
  json.open_object();
  json.field("claim", claim.claim);
  json.field_unless_empty("treatment", claim.treatment.text());
  json.field_unless_empty("value", claim.value);
  json.field("state", to_string(state_of(claim, today)));
  json.field_unless_empty("checked_by", claim.checked_by);
  if (claim.checked_at) json.field("checked_at", format_date(*claim.checked_at));
  if (claim.expires_at) json.field("expires_at", format_date(*claim.expires_at));
  json.field_unless_empty("url", claim.url);
  json.field_unless_empty("note", claim.note);
  json.field("of", subject_of(claim, listing));
  json.close_object();
}

void put_evidence(JsonText& json, const Listing& listing, EvidenceLevel level, Date today) {
  json.key("evidence");
  json.open_object();
  json.field("level", to_string(level));
  json.key("claims");
  json.open_array();
  for (const Claim& claim : listing.claims) put_claim(json, claim, listing, today);
  json.close_array();
  json.close_object();
}

void put_practitioners(JsonText& json, const Listing& listing) {
  if (listing.practitioners.empty()) return;
  json.key("practitioners");
  json.open_array();
  for (const Practitioner& practitioner : listing.practitioners) {
    json.open_object();
    json.field("id", practitioner.id.text());
    json.field_unless_empty("name", practitioner.name);
    json.field_unless_empty("profession", practitioner.profession);
    json.close_object();
  }
  json.close_array();
}

void put_languages(JsonText& json, const Site& site) {
  if (site.languages.empty()) return;
  json.key("languages");
  json.open_array();
  for (const std::string& language : site.languages) json.value(language);
  json.close_array();
}

void put_rating(JsonText& json, const Rating& rating) {
  json.key("rating");
  json.open_object();
  json.field("value", rating.value);
  json.field("count", rating.count);
  json.close_object();
}

void put_contact(JsonText& json, const Site& site) {
  json.field_unless_empty("phone", site.phone);
  json.field_unless_empty("website", site.website);
  json.field_unless_empty("booking_url", site.booking_url);
  put_languages(json, site);
  if (site.wheelchair != Wheelchair::unknown) json.field("wheelchair", to_string(site.wheelchair));
  json.field_unless_empty("opening_hours", site.opening_hours);
  json.field_unless_empty("time_zone", site.time_zone);
  if (site.rating) put_rating(json, *site.rating);
}

void put_precision(JsonText& json, const std::optional<Precision>& precision) {
  if (!precision) return;
  json.key("precision");
  json.open_object();
  json.field("by", to_string(precision->by));
  json.field("within_m", precision->within_m);
  json.close_object();
}

void put_kinds(JsonText& json, const Site& site) {
  json.key("kinds");
  json.open_array();
  for (const KindId& kind : site.kinds) json.value(kind.text());
  json.close_array();
}

}  // namespace

std::string ready_json_of(const Listing& listing, const ListingEvidence& evidence, std::string_view slug, Date today) {
  const Site& site = listing.site;
  JsonText json;
  json.reserve(kUsualLength);
  json.open_object();
  json.field("id", site.id.text());
  json.field("name", site.name);
  json.field("lat", site.position.lat());
  json.field("lon", site.position.lon());
  put_address(json, site.address);
  put_kinds(json, site);
  put_offers(json, listing, evidence, today);
  put_evidence(json, listing, evidence.level, today);
  put_contact(json, site);
  put_practitioners(json, listing);
  json.field("url", "/sites/" + std::string(slug));
  put_precision(json, site.precision);
  if (site.fictional) json.field("fictional", true);
  json.field_unless_empty("source", site.source.text());
  json.close_object();
  return json.take();
}

}  // namespace nearme
