#include "service/pages/result_view.hpp"

#include <algorithm>
#include <cmath>

#include "base/json.hpp"
#include "catalogue/shown_site.hpp"
#include "search/rank/weights.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/shown_evidence.hpp"
#include "service/pages/wording.hpp"
#include "text/phone.hpp"

namespace nearme {
namespace {

using nlohmann::json;

std::optional<Money> price_of(const json& offer) {
  const auto price = number_of(offer, "price");
  if (!price) return std::nullopt;
  return Money{.hundredths = std::llround(*price * 100), .currency = text_of(offer, "currency")};
}

std::string country_of(const json& result) { return text_of(part_of(result, "address"), "country"); }

std::string units_of(const json& result, const CardSetting& setting) {
  return setting.measured_in.empty() ? country_of(result) : setting.measured_in;
}

/// Whose law says what may be shown: the operator's choice, else that of the country where the site stands.
std::string law_of(const json& result, const CardSetting& setting) {
  return setting.jurisdiction.empty() ? country_of(result) : setting.jurisdiction;
}

std::string name_shown(const json& result, const CardSetting& setting) {
  const auto town = text_of(part_of(result, "address"), "city");
  return site_name_shown(setting.catalogue, law_of(result, setting), text_of(result, "name"), town);
}

std::string path_shown(const json& result, const CardSetting& setting) {
  return site_path_shown(setting.catalogue, law_of(result, setting), text_of(result, "url"), text_of(result, "id"));
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

/// Those asked for, and the one that is offered instead.
std::vector<TreatmentId> treatments_in_question(const SearchResult& found, const CardSetting& setting) {
  auto treatments = setting.asked_for;
  if (found.alternative) treatments.push_back(found.alternative->treatment);
  return treatments;
}

json strongest_view(const ShownEvidence& evidence) {
  const auto strongest = evidence.strongest();
  if (!strongest) return false;
  return {{"name", evidence.name_of_claim(*strongest)}, {"state", evidence.state_words(*strongest)}};
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
        setting.catalogue.name_shown(found.alternative->treatment, law_of(result, setting), setting.language.tag());
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
  const ShownEvidence evidence{result,
                               {.catalogue = setting.catalogue,
                                .language = language,
                                .today = today,
                                .law = law_of(result, setting),
                                .asked_for = treatments_in_question(found, setting)}};
  json view{{"rank", rank},
            {"name", name_shown(result, setting)},
            {"url", path_shown(result, setting)},
            {"distance", found.distance ? distance_words(language, *found.distance, units_of(result, setting)) : ""},
            {"direction", direction_letters(language, found.direction)},
            {"direction_words", direction_words(language, found.direction)},
            {"open", open_words(language, found.open, zone, setting.now)},
            {"open_state", to_string(found.open.state)},
            {"strongest", strongest_view(evidence)},
            {"weakest", evidence.weakest_words()},
            {"address", address_line(part_of(result, "address"))},
            {"phone", phone_words(text_of(result, "phone"), country_of(result))},
            {"phone_link", telephone_link(text_of(result, "phone"))},
            {"placed", placed_words(language, result)},
            {"fictional", is_set(result, "fictional") && !says_fictional(text_of(result, "name"))},
            {"why", found.why ? why_view(language, *found.why) : json{}}};
  add_offer(view, result, found, setting);
  add_position(view, result);
  return view;
}

}  // namespace nearme
