#include "service/pages/site_view.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "directory/claim_sort.hpp"
#include "directory/json.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/result_view.hpp"
#include "service/pages/standings_view.hpp"
#include "service/pages/wording.hpp"
#include "text/phone.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr int kDaysOfAWeek = 7;

const Practitioner* find_practitioner(const Listing& listing, const PractitionerId& id) {
  const auto found = std::ranges::find(listing.practitioners, id, &Practitioner::id);
  return found == listing.practitioners.end() ? nullptr : &*found;
}

/// Who does an offer: those it names, else those who say that they do this treatment.
std::string who_does(const Language& language, const Offer& offer, const Listing& listing) {
  std::vector<std::string> names;
  for (const auto& id : offer.practitioners) {
    if (const auto* practitioner = find_practitioner(listing, id)) names.push_back(practitioner->name);
  }
  for (const auto& practitioner : listing.practitioners) {
    const bool does_it = std::ranges::count(practitioner.treatments, offer.treatment) > 0;
    if (offer.practitioners.empty() && does_it) names.push_back(practitioner.name);
  }
  return listed(language, names);
}

std::string price_words(const Language& language, const Offer& offer) {
  return offer.price ? language.say("price.from", {{"price", money_words(language, *offer.price)}}) : std::string{};
}

json offers_view(const Listing& listing, const SiteSetting& setting) {
  const auto& catalogue = setting.catalogue;
  const auto& language = setting.language;
  const auto& law = law_of(listing.site, setting);
  auto offers = json::array();
  for (const auto& offer : listing.site.offers) {
    const bool is_known = catalogue.find(offer.treatment) != nullptr;
    offers.push_back({{"treatment", catalogue.name_shown(offer.treatment, law, language.tag())},
                      {"link", is_known ? "/treatments/" + catalogue.address_word_shown(offer.treatment, law) : ""},
                      {"price", price_words(language, offer)},
                      {"who", who_does(language, offer, listing)}});
  }
  return offers;
}

std::string subject_words(const Claim& claim, const Listing& listing) {
  const auto* practitioner = find_practitioner(listing, PractitionerId{claim.subject_id});
  return practitioner == nullptr ? std::string{} : practitioner->name;
}

json claim_view(const Claim& claim, const Listing& listing, const SiteSetting& setting) {
  const auto& language = setting.language;
  const auto today = local_day(setting.time_zone, setting.now);
  const auto state = state_of(claim, today);
  const bool says_the_day = state == ClaimState::confirmed;
  return {{"claim", claim_name_of(language, claim.claim, "")},
          {"value", claim.value},
          {"note", claim.note},
          {"subject", subject_words(claim, listing)},
          {"only_for", only_for_words(language, claim, setting.catalogue, law_of(listing.site, setting))},
          {"state", claim_state_words(language, claim, today)},
          {"against", speaks_against(claim, today)},
          {"confirmed", state == ClaimState::confirmed && !is_adverse(claim)},
          {"declared", state == ClaimState::declared && !is_adverse(claim)},
          {"expired", state == ClaimState::expired},
          // The words of a confirmed claim tell the day themselves.
          {"checked_on", claim.checked_at && !says_the_day ? date_words(language, *claim.checked_at) : ""},
          {"until", state == ClaimState::confirmed && claim.expires_at ? date_words(language, *claim.expires_at) : ""},
          {"source_link", safe_link(claim.url)}};
}

/// What speaks against somebody first; then the strongest, what only somebody says after what was checked.
json ledger_view(const Listing& listing, const SiteSetting& setting) {
  const auto today = local_day(setting.time_zone, setting.now);
  auto claims = listing.claims;
  std::ranges::stable_sort(claims, std::ranges::greater{}, [&](const Claim& claim) {
    return std::pair(speaks_against(claim, today), state_of(claim, today));
  });
  auto ledger = json::array();
  for (const auto& claim : claims) ledger.push_back(claim_view(claim, listing, setting));
  return ledger;
}

/// The offers with which a claim is asked for and of which none of these claims speaks, by the names that may be shown.
std::vector<std::string> offers_without(std::string_view asked, const Listing& listing, const SiteSetting& setting) {
  const auto today = local_day(setting.time_zone, setting.now);
  std::vector<std::string> names;
  for (const auto& offer : listing.site.offers) {
    const auto asked_with_it = asked_for_claims({offer}, setting.catalogue);
    const bool is_said = std::ranges::any_of(listing.claims, [&](const Claim& claim) {
      return claim.claim == asked && speaks_of(claim, offer.treatment) && state_of(claim, today) != ClaimState::expired;
    });
    if (is_said || std::ranges::count(asked_with_it, asked) == 0) continue;
    const auto& law = law_of(listing.site, setting);
    names.push_back(
        within_sentence(setting.language, setting.catalogue.name_shown(offer.treatment, law, setting.language.tag())));
  }
  return names;
}

/// What nothing speaks of; where something speaks of some treatments only, the others are named.
json not_checked_view(const Listing& listing, const SiteSetting& setting) {
  const auto& language = setting.language;
  const auto today = local_day(setting.time_zone, setting.now);
  auto view = json::array();
  for (const auto asked : asked_for_claims(listing.site.offers, setting.catalogue)) {
    const auto unsaid = offers_without(asked, listing, setting);
    if (auto whole = not_checked(language, {asked}, listing.claims, today); !whole.empty()) {
      view.push_back(std::move(whole.front()));
    } else if (!unsaid.empty()) {
      view.push_back(fmt::format("{} · {}", claim_name(language, asked), listed(language, unsaid)));
    }
  }
  return view;
}

/// The seven days that begin with the Monday of this week, so that a public holiday shows where it falls.
json week_view(const Language& language, const Schedule& schedule, Date today) {
  const std::chrono::sys_days day{today};
  const auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
  auto week = json::array();
  for (int i = 0; i < kDaysOfAWeek; ++i) {
    const Date date{monday + std::chrono::days{i}};
    week.push_back({{"day", capitalised(language, language.formats().weekday(date))},
                    {"hours", day_words(language, day_of(schedule, date))},
                    {"today", date == today},
                    {"unusual", schedule.exceptions.contains(date)}});
  }
  return week;
}

json practitioners_view(const Language& language, const Listing& listing, Date today) {
  auto practitioners = json::array();
  for (const auto& practitioner : listing.practitioners) {
    const auto is_their_check = [&](const Claim& claim) {
      const auto state = state_of(claim, today);
      return claim.subject_id == practitioner.id.text() && claim.claim == "registration" && claim.treatment.empty() &&
             (state == ClaimState::confirmed || state == ClaimState::contradicted);
    };
    const auto check = std::ranges::find_if(listing.claims, is_their_check);
    const bool is_confirmed = check != listing.claims.end() && is_confirmed_lately(*check, today);
    const auto number = practitioner.registration_number;
    practitioners.push_back(
        {{"person", practitioner.name},
         {"profession", practitioner.profession},
         {"register", number.empty() ? "" : fmt::format("{} {}", practitioner.register_name, number)},
         {"confirmed", is_confirmed},
         {"state", check == listing.claims.end() ? language.say("site.registration-not-checked")
                                                 : claim_state_words(language, *check, today)}});
  }
  return practitioners;
}

json ways_view(const Site& site) {
  const auto lat = fmt::format("{:.6f}", site.position.lat());
  const auto lon = fmt::format("{:.6f}", site.position.lon());
  return {{"lat", lat},
          {"lon", lon},
          {"phone", phone_words(site.phone, site.address.country)},
          {"phone_link", telephone_link(site.phone)},
          {"email", site.email},
          {"website", safe_link(site.website)},
          {"booking", safe_link(site.booking_url)},
          {"directions", fmt::format("https://www.openstreetmap.org/directions?to={}%2C{}", lat, lon)},
          {"geo_link", fmt::format("geo:{},{}", lat, lon)}};
}

void add_hours(json& view, const SiteSetting& setting) {
  OpenAt open;
  if (setting.schedule) open = state_at(*setting.schedule, setting.time_zone, setting.now);
  view["open"] = open_words(setting.language, open, setting.time_zone, setting.now);
  view["open_state"] = to_string(open.state);
  if (setting.schedule) {
    const auto today = local_day(setting.time_zone, setting.now);
    view["week"] = week_view(setting.language, *setting.schedule, today);
  }
}

/// nearme collects no ratings: one that came with the data is told with who reports it, and from how many people.
std::string rating_words(const Language& language, const Site& site) {
  if (!site.rating || site.rating->count == 0) return {};
  return language.count("site.rating", site.rating->count,
                        {{"value", language.formats().number(site.rating->value, 1)}, {"source", site.source.text()}});
}

}  // namespace

const std::string& law_of(const Site& site, const SiteSetting& setting) {
  return setting.jurisdiction.empty() ? site.address.country : setting.jurisdiction;
}

std::string wheelchair_words(const Language& language, Wheelchair wheelchair) {
  switch (wheelchair) {
    case Wheelchair::yes:
      return language.say("wheelchair.yes");
    case Wheelchair::limited:
      return language.say("wheelchair.limited");
    case Wheelchair::no:
      return language.say("wheelchair.no");
    case Wheelchair::unknown:
      break;
  }
  return language.say("wheelchair.unknown");
}

std::string languages_words(const Language& language, const std::vector<std::string>& tags) {
  std::vector<std::string> names;
  for (const auto& tag : tags) names.push_back(language_words(language, tag));
  return listed(language, names);
}

std::string site_kinds(const Site& site, const SiteSetting& setting) {
  auto ids = json::array();
  for (const auto& id : site.kinds) ids.push_back(id.text());
  return kind_words(ids, setting.catalogue, setting.language);
}

std::string site_address(const Site& site) {
  const auto fields = to_json(site);
  return address_line(part_of(fields, "address"));
}

json site_view(const Listing& listing, const SiteSetting& setting) {
  const auto& site = listing.site;
  const auto& language = setting.language;
  const auto today = local_day(setting.time_zone, setting.now);
  json view{{"name", site.name},
            {"kinds", site_kinds(site, setting)},
            {"address", site_address(site)},
            {"miles", uses_miles(site.address.country)},
            {"country", country_words(language, site.address.country)},
            {"placed",
             site.precision ? precision_words(language, to_string(site.precision->by), site.precision->within_m) : ""},
            {"fictional", site.fictional && !says_fictional(site.name)},
            {"description", site.description},
            {"ways", ways_view(site)},
            {"offers", offers_view(listing, setting)},
            {"other_services", site.other_services},
            {"other_services_words", listed(language, site.other_services)},
            {"ledger", ledger_view(listing, setting)},
            {"not_checked", not_checked_view(listing, setting)},
            {"standings", standings_view(listing, setting)},
            {"hours_text", site.opening_hours},
            {"practitioners", practitioners_view(language, listing, today)},
            {"languages", languages_words(language, site.languages)},
            {"wheelchair", wheelchair_words(language, site.wheelchair)},
            {"rating", rating_words(language, site)},
            {"source", site.source.text()},
            {"updated", site.updated_at ? date_words(language, local_day(setting.time_zone, *site.updated_at)) : ""}};
  add_hours(view, setting);
  return view;
}

std::string site_description(const Site& site, const SiteSetting& setting) {
  const auto& language = setting.language;
  const auto kinds = site_kinds(site, setting);
  std::vector<std::string> treatments;
  for (const auto& offer : site.offers)
    treatments.push_back(setting.catalogue.name_shown(offer.treatment, law_of(site, setting), language.tag()));
  const auto what = kinds.empty() ? site.name : kinds;
  auto words = site.address.city.empty() ? what + "."
                                         : language.say("site.kind-in", {{"kind", what}, {"town", site.address.city}});
  if (!treatments.empty()) words += " " + language.say("site.offers", {{"treatments", listed(language, treatments)}});
  return words;
}

}  // namespace nearme
