#include "index/entry/ready_json.hpp"

#include <algorithm>

#include "directory/json.hpp"
#include "index/entry/entry_json.hpp"
#include "index/entry/evidence.hpp"

namespace nearme {
namespace {

/// 120 or 99.5: whole amounts without a fraction.
void put_amount(EntryJson& json, const Money& money) {
  if (money.hundredths % 100 == 0) {
    json.number(money.hundredths / 100);
  } else {
    json.number(static_cast<double>(money.hundredths) / 100);
  }
}

void put_address(EntryJson& json, const Address& address) {
  json.name("address").open_object();
  json.put("street", address.street);
  json.put("city", address.city);
  json.put("region", address.region);
  json.put("postcode", address.postcode);
  json.put("country", address.country);
  json.close_object();
}

void put_offers(EntryJson& json, const Listing& listing, Date today) {
  json.name("offers").open_list();
  for (const Offer& offer : listing.site.offers) {
    json.open_object().name("treatment").text(offer.treatment.text());
    if (offer.price) {
      json.name("price");
      put_amount(json, *offer.price);
      json.name("currency").text(offer.price->currency);
    }
    if (is_confirmed(offer, listing, today)) json.name("confirmed").truth();
    json.close_object();
  }
  json.close_list();
}

/// Whom a claim is about: "site", or the name of somebody who works there.
std::string_view subject_of(const Claim& claim, const Listing& listing) {
  const auto found = std::ranges::find_if(listing.practitioners, [&](const Practitioner& practitioner) {
    return practitioner.id.text() == claim.subject_id;
  });
  return found == listing.practitioners.end() ? std::string_view("site") : std::string_view(found->name);
}

void put_claim(EntryJson& json, const Claim& claim, const Listing& listing, Date today) {
  json.open_object().name("claim").text(claim.claim);
  json.put("value", claim.value);
  json.name("state").text(to_string(state_of(claim, today)));
  json.put("checked_by", claim.checked_by);
  if (claim.checked_at) json.name("checked_at").text(format_date(*claim.checked_at));
  if (claim.expires_at) json.name("expires_at").text(format_date(*claim.expires_at));
  json.put("url", claim.url);
  json.name("of").text(subject_of(claim, listing));
  json.close_object();
}

void put_evidence(EntryJson& json, const Listing& listing, Date today) {
  json.name("evidence").open_object().name("level").text(to_string(evidence_of(listing, today)));
  json.name("claims").open_list();
  for (const Claim& claim : listing.claims) put_claim(json, claim, listing, today);
  json.close_list().close_object();
}

void put_practitioners(EntryJson& json, const Listing& listing) {
  if (listing.practitioners.empty()) return;
  json.name("practitioners").open_list();
  for (const Practitioner& practitioner : listing.practitioners) {
    json.open_object().name("id").text(practitioner.id.text());
    json.put("name", practitioner.name);
    json.put("profession", practitioner.profession);
    json.close_object();
  }
  json.close_list();
}

void put_languages(EntryJson& json, const Site& site) {
  if (site.languages.empty()) return;
  json.name("languages").open_list();
  for (const std::string& language : site.languages) json.text(language);
  json.close_list();
}

void put_contact(EntryJson& json, const Site& site) {
  json.put("phone", site.phone);
  json.put("website", site.website);
  json.put("booking_url", site.booking_url);
  put_languages(json, site);
  if (site.wheelchair != Wheelchair::unknown) json.name("wheelchair").text(to_string(site.wheelchair));
  json.put("opening_hours", site.opening_hours);
  json.put("time_zone", site.time_zone);
  if (!site.rating) return;
  json.name("rating").open_object().name("value").number(site.rating->value);
  json.name("count").number(std::int64_t{site.rating->count}).close_object();
}

}  // namespace

std::string ready_json_of(const Listing& listing, std::string_view slug, Date today) {
  const Site& site = listing.site;
  EntryJson json;
  json.open_object().name("id").text(site.id.text()).name("name").text(site.name);
  json.name("lat").number(site.position.lat()).name("lon").number(site.position.lon());
  put_address(json, site.address);
  json.name("kinds").open_list();
  for (const KindId& kind : site.kinds) json.text(kind.text());
  json.close_list();
  put_offers(json, listing, today);
  put_evidence(json, listing, today);
  put_contact(json, site);
  put_practitioners(json, listing);
  json.name("url").text("/sites/" + std::string(slug));
  if (site.fictional) json.name("fictional").truth();
  json.put("source", site.source.text());
  json.close_object();
  return std::move(json).take();
}

}  // namespace nearme
