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

/// Where the site stands: there the law may bar the name of a medicine.
std::string country_of(const json& result) { return text_of(part_of(result, "address"), "country"); }

std::string name_of_offer(const json& offer, const Catalogue& catalogue, const std::string& country) {
  return catalogue.name_shown(TreatmentId{text_of(offer, "treatment")}, country);
}

std::string offer_words(const json& offer, const Catalogue& catalogue, const std::string& country) {
  const auto name = name_of_offer(offer, catalogue, country);
  const auto price = price_of(offer);
  return price ? fmt::format("{} · from {}", name, money_words(*price)) : name;
}

/// The offer that was asked for; without one the first three by name.
std::string offers_words(const json& result, const CardSetting& setting) {
  const auto& offers = part_of(result, "offers");
  const auto country = country_of(result);
  for (const auto& asked : setting.asked_for) {
    for (const auto& offer : offers) {
      if (text_of(offer, "treatment") == asked.text()) return offer_words(offer, setting.catalogue, country);
    }
  }
  if (offers.size() == 1) return offer_words(offers[0], setting.catalogue, country);
  std::vector<std::string> names;
  for (const auto& offer : offers) names.push_back(name_of_offer(offer, setting.catalogue, country));
  if (names.size() <= 3) return listed(names);
  const auto others = names.size() - 2;
  names.resize(2);
  return fmt::format("{} and {} more", fmt::join(names, ", "), others);
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

std::string shown_name(const ShownClaim& shown) {
  if (shown.of.empty()) return claim_name(shown.claim.claim);
  return claim_name_of(shown.claim.claim, shown.of == "site" ? "" : shown.of);
}

std::vector<ShownClaim> claims_of(const json& result) {
  std::vector<ShownClaim> claims;
  for (const auto& fields : part_of(part_of(result, "evidence"), "claims")) claims.push_back(claim_of(fields));
  return claims;
}

json strongest_view(const std::vector<ShownClaim>& claims, Date today) {
  for (const auto& shown : claims) {
    // Who somebody is says nothing of what they may do.
    if (is_adverse(shown.claim) || shown.claim.claim == "identity") continue;
    if (state_of(shown.claim, today) == ClaimState::confirmed)
      return {{"name", shown_name(shown)}, {"state", claim_state_words(shown.claim, today)}};
  }
  return false;
}

std::string words_of(const ShownClaim& shown, Date today) {
  return fmt::format("{}: {}", shown_name(shown), claim_state_words(shown.claim, today));
}

/// An exclusion before all; then what a register contradicts or what has expired, else what only the clinic says of the
/// things that people ask about, else what nobody says. That there is a namesake on a list is for the site's own page.
std::string weakest_words(const std::vector<ShownClaim>& claims, Date today) {
  const auto excluded = std::ranges::find(claims, "exclusion", [](const ShownClaim& each) { return each.claim.claim; });
  if (excluded != claims.end()) return words_of(*excluded, today);
  for (const auto weak : {ClaimState::contradicted, ClaimState::expired, ClaimState::declared}) {
    const auto matters = [&](const ShownClaim& each) {
      return state_of(each.claim, today) == weak && is_asked_for(each.claim.claim);
    };
    const auto found = std::ranges::find_if(claims, matters);
    if (found != claims.end()) return words_of(*found, today);
  }
  std::vector<Claim> all;
  for (const auto& each : claims) all.push_back(each.claim);
  const auto missing = not_checked(all, today);
  return missing.empty() ? std::string{} : missing.front() + ": not checked";
}

/// The site's own zone; where the index knows none, that of the nearest town.
std::string zone_of(const SearchResult& found, const json& result, const CardSetting& setting) {
  if (!found.time_zone.empty()) return std::string{found.time_zone};
  const auto position =
      LatLon::make({.lat = number_of(result, "lat").value_or(91), .lon = number_of(result, "lon").value_or(181)});
  const auto nearest = position ? setting.gazetteer.nearest(*position) : std::nullopt;
  return nearest ? std::string{nearest->time_zone} : std::string{};
}

json term(std::string_view name, double value, double most) {
  return {{"name", name},
          {"value", fmt::format("{:.2f}", value)},
          {"most", fmt::format("{:.2f}", most)},
          {"bar", fmt::format("{:.3f}", value / most)}};
}

void add_offer(json& view, const json& result, const SearchResult& found, const CardSetting& setting) {
  view["may_offer"] = found.match == Match::may_offer;
  if (found.match == Match::may_offer && !setting.asked_for.empty()) {
    const auto asked = setting.catalogue.name_shown(setting.asked_for.front(), country_of(result));
    view["offer"] = fmt::format("{}: not stated, ask", asked);
    return;
  }
  if (found.alternative) {
    const auto offered = setting.catalogue.name_shown(found.alternative->treatment, country_of(result));
    const auto* const concern = setting.catalogue.find(found.alternative->concern);
    view["offer"] = fmt::format("{}: also used for {}", offered, within_sentence(std::string{name_of(concern->names)}));
    return;
  }
  const auto& offers = part_of(result, "offers");
  view["offer"] =
      offers.empty() ? kind_words(part_of(result, "kinds"), setting.catalogue) : offers_words(result, setting);
}

void add_position(json& view, const json& result) {
  const auto lat = number_of(result, "lat");
  const auto lon = number_of(result, "lon");
  if (!lat || !lon) return;
  view["lat"] = fmt::format("{:.6f}", *lat);
  view["lon"] = fmt::format("{:.6f}", *lon);
  view["directions"] = fmt::format("https://www.openstreetmap.org/directions?to={:.6f}%2C{:.6f}", *lat, *lon);
}

std::string placed_words(const json& result) {
  const auto precision = result.find("precision");
  if (precision == result.end()) return {};
  return precision_words(text_of(*precision, "by"), number_of(*precision, "within_m").value_or(0));
}

}  // namespace

json why_view(const Why& why) {
  return {{"score", fmt::format("{:.2f}", why.score)},
          {"terms",
           json::array({term("How near it is", why.nearness, Weights::kNearness),
                        term("What it offers", why.match, Weights::kMatch),
                        term("Evidence", why.evidence, Weights::kEvidence), term("Open now", why.open, Weights::kOpen),
                        term("Complete details", why.completeness, Weights::kCompleteness)})}};
}

std::string address_line(const json& address) {
  std::string town = text_of(address, "city");
  const auto postcode = text_of(address, "postcode");
  if (!postcode.empty()) town += (town.empty() ? "" : " ") + postcode;
  std::string line = text_of(address, "street");
  if (!line.empty() && !town.empty()) line += ", ";
  return line + town;
}

std::string kind_words(const json& kinds, const Catalogue& catalogue) {
  std::string words;
  for (const auto& id : kinds) {
    const auto* kind = id.is_string() ? catalogue.find(KindId{id.get<std::string>()}) : nullptr;
    if (kind == nullptr) continue;
    if (!words.empty()) words += ", ";
    words += name_of(kind->names);
  }
  return words;
}

json card_view(const SearchResult& found, std::size_t rank, const CardSetting& setting) {
  const auto result = json::parse(found.ready_json, nullptr, false);
  const auto zone = zone_of(found, result, setting);
  const auto today = local_day(zone, setting.now);
  const auto claims = claims_of(result);
  json view{{"rank", rank},
            {"name", text_of(result, "name")},
            {"url", text_of(result, "url")},
            {"distance", found.distance ? distance_words(*found.distance) : ""},
            {"direction", found.direction},
            {"direction_words", direction_words(found.direction)},
            {"open", open_words(found.open, zone, setting.now)},
            {"open_state", to_string(found.open.state)},
            {"strongest", strongest_view(claims, today)},
            {"weakest", weakest_words(claims, today)},
            {"phone", text_of(result, "phone")},
            {"phone_link", telephone_link(text_of(result, "phone"))},
            {"placed", placed_words(result)},
            {"fictional", is_set(result, "fictional") && !says_fictional(text_of(result, "name"))},
            {"why", found.why ? why_view(*found.why) : json{}}};
  add_offer(view, result, found, setting);
  add_position(view, result);
  return view;
}

}  // namespace nearme
