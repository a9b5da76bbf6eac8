#include "service/pages/structured_data.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "directory/claim_sort.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/language/languages.hpp"
#include "service/pages/open_words.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
constexpr const char* kUsualType = "LocalBusiness";
constexpr std::chrono::days kExceptionsAhead{60};

/// A field is said only where there is something to say.
void say(json& object, const char* property, json value) {
  const bool is_nothing = value.is_null() || ((value.is_array() || value.is_object()) && value.empty()) ||
                          (value.is_string() && value.get_ref<const std::string&>().empty());
  if (!is_nothing) object[property] = std::move(value);
}

std::string under(const std::string& address, const std::string& path) {
  return address.empty() ? std::string{} : address + path;
}

std::string type_of(const Site& site, const Catalogue& catalogue) {
  for (const auto& id : site.kinds) {
    const auto* kind = catalogue.find(id);
    if (kind != nullptr && !kind->schema_org.empty()) return kind->schema_org;
  }
  return kUsualType;
}

json postal_address(const Address& address) {
  json said{{"@type", "PostalAddress"}};
  say(said, "streetAddress", address.street);
  say(said, "addressLocality", address.city);
  say(said, "addressRegion", address.region);
  say(said, "postalCode", address.postcode);
  say(said, "addressCountry", address.country);
  return said;
}

std::string clock(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60); }

json span_of(const OpenSpan& span) {
  return {{"@type", "OpeningHoursSpecification"}, {"opens", clock(span.from)}, {"closes", clock(span.to)}};
}

json week_of(const Schedule& schedule) {
  auto said = json::array();
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    for (const auto& span : schedule.week.at(day)) {
      said.push_back(span_of(span));
      said.back()["dayOfWeek"] = kDays.at(day);
    }
  }
  return said;
}

/// Days of the coming weeks that differ from the usual week. A closed day opens and closes at midnight, as schema.org
/// asks.
json exceptions_of(const Schedule& schedule, Date today) {
  auto said = json::array();
  const Date last{std::chrono::sys_days{today} + kExceptionsAhead};
  for (auto day = schedule.exceptions.lower_bound(today); day != schedule.exceptions.end() && day->first <= last;
       ++day) {
    const auto date = format_date(day->first);
    const auto spans = day->second.empty() ? OpenDay{OpenSpan{}} : day->second;
    for (const auto& span : spans) {
      said.push_back(span_of(span));
      said.back()["validFrom"] = date;
      said.back()["validThrough"] = date;
    }
  }
  return said;
}

/// What an offer is called, and where its page is.
struct OfferName {
  std::string name;
  std::string address_word;
};

json offer_of(const Offer& offer, const OfferName& called, const std::string& address) {
  json service{{"@type", "Service"}, {"name", called.name}};
  say(service, "url", under(address, "/treatments/" + called.address_word));
  json said{{"@type", "Offer"}, {"itemOffered", service}};
  if (offer.price) {
    said["price"] = static_cast<double>(offer.price->hundredths) / 100;
    said["priceCurrency"] = offer.price->currency;
  }
  return said;
}

json offers_of(const Site& site, const SiteSetting& setting, const std::string& address) {
  const auto& law = law_of(site, setting);
  auto said = json::array();
  for (const auto& offer : site.offers) {
    if (setting.catalogue.find(offer.treatment) == nullptr) continue;
    const OfferName called{setting.catalogue.name_shown(offer.treatment, law),
                           setting.catalogue.address_word_shown(offer.treatment, law)};
    said.push_back(offer_of(offer, called, address));
  }
  return said;
}

/// Lately confirmed claims of one subject, those of one treatment about that. What is only declared is no
/// certification.
json certifications_of(const Listing& listing, const std::string& subject, const SiteSetting& setting) {
  const auto today = local_day(setting.time_zone, setting.now);
  auto said = json::array();
  for (const auto& claim : listing.claims) {
    if (claim.subject_id != subject || !certifies(claim) || !is_confirmed_lately(claim, today)) continue;
    json one{{"@type", "Certification"},
             {"name", claim_name(english(), claim.claim)},
             {"issuedBy", {{"@type", "Organization"}, {"name", claim.checked_by}}}};
    if (!claim.treatment.empty()) {
      const auto name = setting.catalogue.name_shown(claim.treatment, law_of(listing.site, setting));
      one["about"] = {{"@type", "MedicalTherapy"}, {"name", name}};
    }
    say(one, "certificationIdentification", claim.value);
    say(one, "auditDate", claim.checked_at ? format_date(*claim.checked_at) : "");
    say(one, "expires", claim.expires_at ? format_date(*claim.expires_at) : "");
    say(one, "url", safe_link(claim.url));
    said.push_back(std::move(one));
  }
  return said;
}

json people_of(const Listing& listing, const SiteSetting& setting) {
  auto said = json::array();
  for (const auto& practitioner : listing.practitioners) {
    json person{{"@type", "Person"}, {"name", practitioner.name}};
    say(person, "jobTitle", practitioner.profession);
    say(person, "hasCertification", certifications_of(listing, practitioner.id.text(), setting));
    said.push_back(std::move(person));
  }
  return said;
}

json access_of(Wheelchair wheelchair) {
  if (wheelchair != Wheelchair::yes && wheelchair != Wheelchair::no) return {};
  return {{"@type", "LocationFeatureSpecification"},
          {"name", "Wheelchair access"},
          {"value", wheelchair == Wheelchair::yes}};
}

json other_names(const std::map<std::string, std::string>& names) {
  auto said = json::array();
  for (const auto& [language, name] : names) {
    if (name != name_of(names)) said.push_back(name);
  }
  return said;
}

/// A treatment as others of its kind are named: by name and page.
json therapy(const Treatment& treatment, const std::string& address) {
  json said{{"@type", "MedicalTherapy"}, {"name", name_of(treatment.names)}};
  say(said, "url", under(address, treatment_path(treatment)));
  return said;
}

json page(const char* type, std::string_view name, const std::string& url) {
  json said{{"@context", "https://schema.org"}, {"@type", type}, {"name", name}};
  say(said, "url", url);
  return said;
}

}  // namespace

json structured_site(const Listing& listing, const SiteSetting& setting, const std::string& address) {
  const auto& site = listing.site;
  const auto today = local_day(setting.time_zone, setting.now);
  json said{{"@context", "https://schema.org"}, {"@type", type_of(site, setting.catalogue)}, {"name", site.name}};
  say(said, "description", site.description);
  say(said, "url", safe_link(site.website));
  say(said, "telephone", site.phone);
  say(said, "email", site.email);
  say(said, "address", postal_address(site.address));
  said["geo"] = {{"@type", "GeoCoordinates"}, {"latitude", site.position.lat()}, {"longitude", site.position.lon()}};
  say(said, "amenityFeature", access_of(site.wheelchair));
  say(said, "knowsLanguage", json(site.languages));
  say(said, "makesOffer", offers_of(site, setting, address));
  say(said, "hasCertification", certifications_of(listing, site.id.text(), setting));
  say(said, "employee", people_of(listing, setting));
  if (setting.schedule) {
    say(said, "openingHoursSpecification", week_of(*setting.schedule));
    say(said, "specialOpeningHoursSpecification", exceptions_of(*setting.schedule, today));
  }
  return said;
}

json structured_treatment(const Treatment& treatment, const Catalogue& catalogue, const std::string& address) {
  auto said = page("MedicalWebPage", name_of(treatment.names), under(address, treatment_path(treatment)));
  say(said, "description", treatment.summary);
  if (treatment.guide) say(said, "lastReviewed", treatment.guide->review_date);
  auto about = therapy(treatment, address);
  say(about, "alternateName", other_names(treatment.names));
  say(about, "description", treatment.summary);
  said["about"] = std::move(about);
  auto for_what = json::array();
  for (const auto& concern : catalogue.concerns()) {
    const bool is_used = std::ranges::count(concern.treatments, treatment.id, &ConcernTreatment::treatment) > 0;
    if (is_used) for_what.push_back({{"@type", "MedicalCondition"}, {"name", name_of(concern.names)}});
  }
  say(said, "mentions", std::move(for_what));
  return said;
}

json structured_concern(const Concern& concern, const Catalogue& catalogue, const std::string& address) {
  auto said = page("MedicalWebPage", name_of(concern.names), under(address, "/concerns/" + concern.id.text()));
  say(said, "description", concern.summary);
  json about{{"@type", "MedicalCondition"}, {"name", name_of(concern.names)}};
  auto treatments = json::array();
  for (const auto& used : concern.treatments) {
    const auto* treatment = catalogue.find(used.treatment);
    if (treatment != nullptr) treatments.push_back(therapy(*treatment, address));
  }
  say(about, "possibleTreatment", std::move(treatments));
  said["about"] = std::move(about);
  return said;
}

json structured_near(const json& cards, const Treatment& treatment, const Locality& locality,
                     const std::string& address) {
  auto said = page("CollectionPage", fmt::format("{} near {}", name_of(treatment.names), locality.name),
                   under(address, fmt::format("{}/near/{}", treatment_path(treatment), locality.slug)));
  auto items = json::array();
  for (const auto& card : cards) {
    json item{{"@type", "ListItem"}, {"position", items.size() + 1}, {"name", text_of(card, "name")}};
    say(item, "url", under(address, text_of(card, "url")));
    items.push_back(std::move(item));
  }
  json list{{"@type", "ItemList"}, {"numberOfItems", items.size()}};
  say(list, "itemListElement", std::move(items));
  said["about"] = therapy(treatment, address);
  said["mainEntity"] = std::move(list);
  return said;
}

json structured_start(const std::string& name, const std::string& address) {
  auto said = page("WebSite", name, under(address, "/"));
  if (!address.empty()) {
    said["potentialAction"] = {{"@type", "SearchAction"},
                               {"target", {{"@type", "EntryPoint"}, {"urlTemplate", address + "/?q={question}"}}},
                               {"query", "required name=question"}};
  }
  return said;
}

}  // namespace nearme
