#include "service/pages/result_view.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "directory/adverse_claim.hpp"
#include "search/rank/weights.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

std::optional<Money> price_of(const json& offer) {
  const auto price = number_of(offer, "price");
  if (!price) return std::nullopt;
  return Money{.hundredths = std::llround(*price * 100), .currency = text_of(offer, "currency")};
}

std::string country_of(const json& result) { return text_of(part_of(result, "address"), "country"); }

/// Whose law says what may be shown: the operator's choice, else that of the country where the site stands.
std::string law_of(const json& result, const CardSetting& setting) {
  return setting.jurisdiction.empty() ? country_of(result) : setting.jurisdiction;
}

std::string name_of_offer(const json& offer, const CardSetting& setting, const std::string& law) {
  return setting.catalogue.name_shown(TreatmentId{text_of(offer, "treatment")}, law, setting.language.tag());
}

std::string offer_words(const json& offer, const CardSetting& setting, const std::string& law) {
  const auto name = name_of_offer(offer, setting, law);
  const auto price = price_of(offer);
  if (!price) return name;
  return setting.language.say("card.offer-from",
                              {{"treatment", name}, {"price", money_words(setting.language, *price)}});
}

/// The offer that was asked for; without one the first three by name.
std::string offers_words(const json& result, const CardSetting& setting) {
  const auto& offers = part_of(result, "offers");
  const auto law = law_of(result, setting);
  for (const auto& asked : setting.asked_for) {
    for (const auto& offer : offers) {
      if (text_of(offer, "treatment") == asked.text()) return offer_words(offer, setting, law);
    }
  }
  if (offers.size() == 1) return offer_words(offers[0], setting, law);
  std::vector<std::string> names;
  for (const auto& offer : offers) names.push_back(name_of_offer(offer, setting, law));
  if (names.size() <= 3) return listed(setting.language, names);
  return setting.language.count("card.and-more", names.size() - 2, {{"first", names[0]}, {"second", names[1]}});
}

/// A claim of a result's JSON, which has the name of the person whose it is, or "site".
struct ShownClaim {
  Claim claim;
  std::string of;
};

ShownClaim claim_of(const json& fields) {
  Claim claim;
  claim.claim = text_of(fields, "claim");
  claim.contradicted = text_of(fields, "state") == to_string(ClaimState::contradicted);
  claim.checked_by = text_of(fields, "checked_by");
  if (const auto day = parse_date(text_of(fields, "checked_at"))) claim.checked_at = *day;
  if (const auto day = parse_date(text_of(fields, "expires_at"))) claim.expires_at = *day;
  return {.claim = std::move(claim), .of = text_of(fields, "of")};
}

std::string shown_name(const Language& language, const ShownClaim& shown) {
  if (shown.of.empty()) return claim_name(language, shown.claim.claim);
  return claim_name_of(language, shown.claim.claim, shown.of == "site" ? "" : shown.of);
}

std::vector<ShownClaim> claims_of(const json& result) {
  std::vector<ShownClaim> claims;
  for (const auto& fields : part_of(part_of(result, "evidence"), "claims")) claims.push_back(claim_of(fields));
  return claims;
}

json strongest_view(const Language& language, const std::vector<ShownClaim>& claims, Date today) {
  for (const auto& shown : claims) {
    // Who somebody is says nothing of what they may do.
    if (is_adverse(shown.claim) || shown.claim.claim == "identity") continue;
    if (state_of(shown.claim, today) == ClaimState::confirmed)
      return {{"name", shown_name(language, shown)}, {"state", claim_state_words(language, shown.claim, today)}};
  }
  return false;
}

std::string words_of(const Language& language, const ShownClaim& shown, Date today) {
  return language.say("card.claim", {{"claim", shown_name(language, shown)},
                                     {"state", claim_state_words(language, shown.claim, today)}});
}

/// An exclusion before all; then what a register contradicts or what has expired, else what only the clinic says of the
/// things that people ask about, else what nobody says. That there is a namesake on a list is for the site's own page.
std::string weakest_words(const Language& language, const std::vector<ShownClaim>& claims, Date today) {
  const auto excluded = std::ranges::find(claims, "exclusion", [](const ShownClaim& each) { return each.claim.claim; });
  if (excluded != claims.end()) return words_of(language, *excluded, today);
  for (const auto weak : {ClaimState::contradicted, ClaimState::expired, ClaimState::declared}) {
    const auto matters = [&](const ShownClaim& each) {
      return state_of(each.claim, today) == weak && is_asked_for(each.claim.claim);
    };
    const auto found = std::ranges::find_if(claims, matters);
    if (found != claims.end()) return words_of(language, *found, today);
  }
  std::vector<Claim> all;
  for (const auto& each : claims) all.push_back(each.claim);
  const auto missing = not_checked(language, all, today);
  return missing.empty() ? std::string{} : language.say("card.not-checked", {{"claim", missing.front()}});
}

/// The site's own zone; where the index knows none, that of the nearest town.
std::string zone_of(const SearchResult& found, const json& result, const CardSetting& setting) {
  if (!found.time_zone.empty()) return std::string{found.time_zone};
  const auto position =
      LatLon::make({.lat = number_of(result, "lat").value_or(91), .lon = number_of(result, "lon").value_or(181)});
  const auto nearest = position ? setting.gazetteer.nearest(*position) : std::nullopt;
  return nearest ? std::string{nearest->time_zone} : std::string{};
}

json term(const Language& language, std::string_view key, double value, double most) {
  const auto& formats = language.formats();
  return {{"name", language.say(key)},
          {"value", formats.number(value, 2)},
          {"most", formats.number(most, 2)},
          {"bar", fmt::format("{:.3f}", value / most)}};
}

void add_offer(json& view, const json& result, const SearchResult& found, const CardSetting& setting) {
  view["may_offer"] = found.match == Match::may_offer;
  if (found.match == Match::may_offer && !setting.asked_for.empty()) {
    const auto asked =
        setting.catalogue.name_shown(setting.asked_for.front(), law_of(result, setting), setting.language.tag());
    view["offer"] = setting.language.say("card.ask", {{"treatment", asked}});
    return;
  }
  if (found.alternative) {
    const auto offered =
        setting.catalogue.name_shown(found.alternative->treatment, country_of(result), setting.language.tag());
    const auto* const concern = setting.catalogue.find(found.alternative->concern);
    const std::string name{name_of(concern->names, setting.language.tag())};
    view["offer"] = setting.language.say(
        "card.also-used", {{"treatment", offered}, {"concern", within_sentence(setting.language, name)}});
    return;
  }
  const auto& offers = part_of(result, "offers");
  view["offer"] = offers.empty() ? kind_words(part_of(result, "kinds"), setting.catalogue, setting.language)
                                 : offers_words(result, setting);
}

void add_position(json& view, const json& result) {
  const auto lat = number_of(result, "lat");
  const auto lon = number_of(result, "lon");
  if (!lat || !lon) return;
  view["lat"] = fmt::format("{:.6f}", *lat);
  view["lon"] = fmt::format("{:.6f}", *lon);
  view["directions"] = fmt::format("https://www.openstreetmap.org/directions?to={:.6f}%2C{:.6f}", *lat, *lon);
}

std::string placed_words(const Language& language, const json& result) {
  const auto precision = result.find("precision");
  if (precision == result.end()) return {};
  return precision_words(language, text_of(*precision, "by"), number_of(*precision, "within_m").value_or(0));
}

}  // namespace

json why_view(const Language& language, const Why& why) {
  auto terms = json::array({term(language, "why.nearness", why.nearness, Weights::kNearness),
                            term(language, "why.match", why.match, Weights::kMatch),
                            term(language, "why.evidence", why.evidence, Weights::kEvidence),
                            term(language, "why.open", why.open, Weights::kOpen),
                            term(language, "why.completeness", why.completeness, Weights::kCompleteness)});
  if (why.rating > 0) terms.push_back(term(language, "why.rating", why.rating, RatingWorth::kWeight));
  return {{"score", language.formats().number(why.score, 2)}, {"terms", std::move(terms)}};
}

std::string address_line(const json& address) {
  std::string town = text_of(address, "city");
  const auto postcode = text_of(address, "postcode");
  if (!postcode.empty()) town += (town.empty() ? "" : " ") + postcode;
  std::string line = text_of(address, "street");
  if (!line.empty() && !town.empty()) line += ", ";
  return line + town;
}

std::string kind_words(const json& kinds, const Catalogue& catalogue, const Language& language) {
  std::string words;
  for (const auto& id : kinds) {
    const auto* kind = id.is_string() ? catalogue.find(KindId{id.get<std::string>()}) : nullptr;
    if (kind == nullptr) continue;
    if (!words.empty()) words += language.say("quantity.comma");
    words += name_of(kind->names, language.tag());
  }
  return words;
}

json card_view(const SearchResult& found, std::size_t rank, const CardSetting& setting) {
  const auto result = json::parse(found.ready_json, nullptr, false);
  const auto& language = setting.language;
  const auto zone = zone_of(found, result, setting);
  const auto today = local_day(zone, setting.now);
  const auto claims = claims_of(result);
  json view{{"rank", rank},
            {"name", text_of(result, "name")},
            {"url", text_of(result, "url")},
            {"distance", found.distance ? distance_words(language, *found.distance, country_of(result)) : ""},
            {"direction", direction_letters(language, found.direction)},
            {"direction_words", direction_words(language, found.direction)},
            {"open", open_words(language, found.open, zone, setting.now)},
            {"open_state", to_string(found.open.state)},
            {"strongest", strongest_view(language, claims, today)},
            {"weakest", weakest_words(language, claims, today)},
            {"phone", text_of(result, "phone")},
            {"phone_link", telephone_link(text_of(result, "phone"))},
            {"placed", placed_words(language, result)},
            {"fictional", is_set(result, "fictional") && !says_fictional(text_of(result, "name"))},
            {"why", found.why ? why_view(language, *found.why) : json{}}};
  add_offer(view, result, found, setting);
  add_position(view, result);
  return view;
}

}  // namespace nearme
