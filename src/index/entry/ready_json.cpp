#include "index/entry/ready_json.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "directory/json.hpp"
#include "index/entry/evidence.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* name, std::string_view text) {
  if (!text.empty()) json[name] = text;
}

/// 120 or 99.5: whole amounts without a fraction.
Json amount_of(const Money& money) {
  if (money.hundredths % 100 == 0) return money.hundredths / 100;
  return static_cast<double>(money.hundredths) / 100;
}

Json address_of(const Address& address) {
  Json json = Json::object();
  put(json, "street", address.street);
  put(json, "city", address.city);
  put(json, "region", address.region);
  put(json, "postcode", address.postcode);
  put(json, "country", address.country);
  return json;
}

template <class Ids>
Json ids_of(const Ids& ids) {
  Json json = Json::array();
  for (const auto& id : ids) json.push_back(id.text());
  return json;
}

Json offers_of(const Listing& listing, Date today) {
  Json json = Json::array();
  for (const Offer& offer : listing.site.offers) {
    Json& one = json.emplace_back(Json{{"treatment", offer.treatment.text()}});
    if (offer.price) {
      one["price"] = amount_of(*offer.price);
      one["currency"] = offer.price->currency;
    }
    if (is_confirmed(offer, listing, today)) one["confirmed"] = true;
  }
  return json;
}

/// Whom a claim is about: "site", or the name of somebody who works there.
std::string_view subject_of(const Claim& claim, const Listing& listing) {
  const auto found = std::ranges::find(listing.practitioners, claim.subject_id,
                                       [](const Practitioner& practitioner) { return practitioner.id.text(); });
  return found == listing.practitioners.end() ? std::string_view("site") : std::string_view(found->name);
}

Json claim_of(const Claim& claim, const Listing& listing, Date today) {
  Json json{{"claim", claim.claim}};
  put(json, "value", claim.value);
  json["state"] = to_string(state_of(claim, today));
  put(json, "checked_by", claim.checked_by);
  if (claim.checked_at) json["checked_at"] = format_date(*claim.checked_at);
  if (claim.expires_at) json["expires_at"] = format_date(*claim.expires_at);
  put(json, "url", claim.url);
  json["of"] = subject_of(claim, listing);
  return json;
}

Json evidence_json_of(const Listing& listing, Date today) {
  Json claims = Json::array();
  for (const Claim& claim : listing.claims) claims.push_back(claim_of(claim, listing, today));
  return {{"level", to_string(evidence_of(listing, today))}, {"claims", std::move(claims)}};
}

Json practitioners_of(const Listing& listing) {
  Json json = Json::array();
  for (const Practitioner& practitioner : listing.practitioners) {
    Json& one = json.emplace_back(Json{{"id", practitioner.id.text()}});
    put(one, "name", practitioner.name);
    put(one, "profession", practitioner.profession);
  }
  return json;
}

void put_contact(Json& json, const Site& site) {
  put(json, "phone", site.phone);
  put(json, "website", site.website);
  put(json, "booking_url", site.booking_url);
  if (!site.languages.empty()) json["languages"] = site.languages;
  if (site.wheelchair != Wheelchair::unknown) json["wheelchair"] = to_string(site.wheelchair);
  put(json, "opening_hours", site.opening_hours);
  put(json, "time_zone", site.time_zone);
  if (site.rating) json["rating"] = {{"value", site.rating->value}, {"count", site.rating->count}};
}

}  // namespace

std::string ready_json_of(const Listing& listing, std::string_view slug, Date today) {
  const Site& site = listing.site;
  Json json{{"id", site.id.text()},
            {"name", site.name},
            {"lat", site.position.lat()},
            {"lon", site.position.lon()},
            {"address", address_of(site.address)},
            {"kinds", ids_of(site.kinds)},
            {"offers", offers_of(listing, today)},
            {"evidence", evidence_json_of(listing, today)}};
  put_contact(json, site);
  if (!listing.practitioners.empty()) json["practitioners"] = practitioners_of(listing);
  json["url"] = "/sites/" + std::string(slug);
  if (site.fictional) json["fictional"] = true;
  put(json, "source", site.source.text());
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nearme
