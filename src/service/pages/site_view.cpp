#include "service/pages/site_view.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "directory/adverse_claim.hpp"
#include "directory/json.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/result_view.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

const Practitioner* find_practitioner(const Listing& listing, const PractitionerId& id) {
  const auto found = std::ranges::find(listing.practitioners, id, &Practitioner::id);
  return found == listing.practitioners.end() ? nullptr : &*found;
}

/// Who does an offer: those it names, else those who say that they do this treatment.
std::string who_does(const Offer& offer, const Listing& listing) {
  std::vector<std::string> names;
  for (const auto& id : offer.practitioners) {
    if (const auto* practitioner = find_practitioner(listing, id)) names.push_back(practitioner->name);
  }
  for (const auto& practitioner : listing.practitioners) {
    const bool does_it = std::ranges::count(practitioner.treatments, offer.treatment) > 0;
    if (offer.practitioners.empty() && does_it) names.push_back(practitioner.name);
  }
  return listed(names);
}

json offers_view(const Listing& listing, const Catalogue& catalogue) {
  auto offers = json::array();
  for (const auto& offer : listing.site.offers) {
    const auto* treatment = catalogue.find(offer.treatment);
    offers.push_back({{"treatment", catalogue.name_shown(offer.treatment, listing.site.address.country)},
                      {"link", treatment == nullptr ? "" : "/treatments/" + offer.treatment.text()},
                      {"price", offer.price ? "from " + money_words(*offer.price) : ""},
                      {"who", who_does(offer, listing)}});
  }
  return offers;
}

std::string subject_words(const Claim& claim, const Listing& listing) {
  const auto* practitioner = find_practitioner(listing, PractitionerId{claim.subject_id});
  return practitioner == nullptr ? std::string{} : practitioner->name;
}

/// A register contradicts it, or it speaks against somebody itself.
bool is_against(const Claim& claim, Date today) {
  return is_adverse(claim) || state_of(claim, today) == ClaimState::contradicted;
}

json claim_view(const Claim& claim, const Listing& listing, Date today) {
  const auto state = state_of(claim, today);
  return {{"claim", claim_name_of(claim.claim, "")},
          {"value", claim.value},
          {"note", claim.note},
          {"subject", subject_words(claim, listing)},
          {"state", claim_state_words(claim, today)},
          {"against", is_against(claim, today)},
          {"confirmed", state == ClaimState::confirmed && !is_adverse(claim)},
          {"declared", state == ClaimState::declared && !is_adverse(claim)},
          {"expired", state == ClaimState::expired},
          {"checked_on", claim.checked_at ? date_words(*claim.checked_at) : ""},
          {"until", state == ClaimState::confirmed && claim.expires_at ? date_words(*claim.expires_at) : ""},
          {"source_link", safe_link(claim.url)}};
}

/// What speaks against somebody first; then the strongest, what only somebody says after what was checked.
json ledger_view(const Listing& listing, Date today) {
  auto claims = listing.claims;
  std::ranges::stable_sort(claims, std::ranges::greater{}, [&](const Claim& claim) {
    return std::pair(is_against(claim, today), state_of(claim, today));
  });
  auto ledger = json::array();
  for (const auto& claim : claims) ledger.push_back(claim_view(claim, listing, today));
  return ledger;
}

/// The rules of the place for each offer, and what meets them.
json standings_view(const Listing& listing, const Catalogue& catalogue) {
  auto standings = json::array();
  for (const auto& standing : listing.standings) {
    auto needs = json::array();
    for (const auto& need : standing.needs)
      needs.push_back({{"rule", need.text},
                       {"words", need_words(need)},
                       {"met", need.state == NeedState::met},
                       {"place", need.jurisdiction},
                       {"rule_source", need.source},
                       {"rule_link", safe_link(need.url)},
                       {"reviewed", need.reviewed_by.empty() ? "nobody of the profession has signed this rule yet"
                                                             : "signed by " + need.reviewed_by}});
    standings.push_back({{"treatment", catalogue.name_shown(standing.treatment, listing.site.address.country)},
                         {"level", level_words(standing.level)},
                         {"needs", needs}});
  }
  return standings;
}

/// The seven days that begin with the Monday of this week, so that a public holiday shows where it falls.
json week_view(const Schedule& schedule, Date today) {
  const std::chrono::sys_days day{today};
  const auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
  auto week = json::array();
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const Date date{monday + std::chrono::days{i}};
    week.push_back({{"day", kWeekdays.at(i)},
                    {"hours", day_words(day_of(schedule, date))},
                    {"today", date == today},
                    {"unusual", schedule.exceptions.contains(date)}});
  }
  return week;
}

json practitioners_view(const Listing& listing, Date today) {
  auto practitioners = json::array();
  for (const auto& practitioner : listing.practitioners) {
    const auto is_their_check = [&](const Claim& claim) {
      const auto state = state_of(claim, today);
      return claim.subject_id == practitioner.id.text() && claim.claim == "registration" &&
             (state == ClaimState::confirmed || state == ClaimState::contradicted);
    };
    const auto check = std::ranges::find_if(listing.claims, is_their_check);
    const bool is_confirmed = check != listing.claims.end() && !check->contradicted;
    const auto number = practitioner.registration_number;
    practitioners.push_back(
        {{"person", practitioner.name},
         {"profession", practitioner.profession},
         {"register", number.empty() ? "" : fmt::format("{} {}", practitioner.register_name, number)},
         {"confirmed", is_confirmed},
         {"state", check == listing.claims.end() ? "registration not checked" : claim_state_words(*check, today)}});
  }
  return practitioners;
}

json ways_view(const Site& site) {
  const auto lat = fmt::format("{:.6f}", site.position.lat());
  const auto lon = fmt::format("{:.6f}", site.position.lon());
  return {{"lat", lat},
          {"lon", lon},
          {"phone", site.phone},
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
  view["open"] = open_words(open, setting.time_zone, setting.now);
  view["open_state"] = to_string(open.state);
  if (setting.schedule) view["week"] = week_view(*setting.schedule, local_day(setting.time_zone, setting.now));
}

std::string rating_words(const std::optional<Rating>& rating) {
  if (!rating || rating->count == 0) return {};
  return fmt::format("{:.1f} of 5, from {}, as the source reports it", rating->value,
                     count_words(rating->count, "rating"));
}

}  // namespace

std::string wheelchair_words(Wheelchair wheelchair) {
  switch (wheelchair) {
    case Wheelchair::yes:
      return "Wheelchair access";
    case Wheelchair::limited:
      return "Limited wheelchair access";
    case Wheelchair::no:
      return "No wheelchair access";
    case Wheelchair::unknown:
      break;
  }
  return "Wheelchair access: not known";
}

std::string languages_words(const std::vector<std::string>& tags) {
  std::vector<std::string> names;
  for (const auto& tag : tags) names.push_back(language_words(tag));
  return listed(names);
}

std::string site_kinds(const Site& site, const Catalogue& catalogue) {
  auto ids = json::array();
  for (const auto& id : site.kinds) ids.push_back(id.text());
  return kind_words(ids, catalogue);
}

std::string site_address(const Site& site) {
  const auto fields = to_json(site);
  return address_line(part_of(fields, "address"));
}

json site_view(const Listing& listing, const SiteSetting& setting) {
  const auto& site = listing.site;
  const auto today = local_day(setting.time_zone, setting.now);
  json view{{"name", site.name},
            {"kinds", site_kinds(site, setting.catalogue)},
            {"address", site_address(site)},
            {"country", country_words(site.address.country)},
            {"placed", site.precision ? precision_words(to_string(site.precision->by), site.precision->within_m) : ""},
            {"fictional", site.fictional && !says_fictional(site.name)},
            {"description", site.description},
            {"ways", ways_view(site)},
            {"offers", offers_view(listing, setting.catalogue)},
            {"other_services", site.other_services},
            {"other_services_words", listed(site.other_services)},
            {"ledger", ledger_view(listing, today)},
            {"not_checked", not_checked(listing.claims, today)},
            {"standings", standings_view(listing, setting.catalogue)},
            {"hours_text", site.opening_hours},
            {"practitioners", practitioners_view(listing, today)},
            {"languages", languages_words(site.languages)},
            {"wheelchair", wheelchair_words(site.wheelchair)},
            {"rating", rating_words(site.rating)},
            {"source", site.source.text()},
            {"updated", site.updated_at ? date_words(local_day(setting.time_zone, *site.updated_at)) : ""}};
  add_hours(view, setting);
  return view;
}

std::string site_description(const Site& site, const Catalogue& catalogue) {
  const auto kinds = site_kinds(site, catalogue);
  std::vector<std::string> treatments;
  for (const auto& offer : site.offers) {
    const auto* treatment = catalogue.find(offer.treatment);
    if (treatment != nullptr) treatments.emplace_back(name_of(treatment->names));
  }
  return fmt::format("{}{}{}.{}{}", kinds.empty() ? site.name : kinds, site.address.city.empty() ? "" : " in ",
                     site.address.city,
                     treatments.empty() ? "" : " Offers: ", treatments.empty() ? "" : listed(treatments) + ".");
}

}  // namespace nearme
