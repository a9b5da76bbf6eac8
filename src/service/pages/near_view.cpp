#include "service/pages/near_view.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/json.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// The prices in hundredths for a treatment, by currency.
std::map<std::string, std::vector<std::int64_t>> prices_of(const std::vector<SearchResult>& results,
                                                           const TreatmentId& treatment) {
  std::map<std::string, std::vector<std::int64_t>> prices;
  for (const auto& result : results) {
    const auto fields = json::parse(result.ready_json, nullptr, false);
    for (const auto& offer : part_of(fields, "offers")) {
      const auto price = number_of(offer, "price");
      if (price && text_of(offer, "treatment") == treatment.text())
        prices[text_of(offer, "currency")].push_back(std::llround(*price * 100));
    }
  }
  return prices;
}

/// Those whose offer of the treatment is confirmed.
std::size_t count_confirmed(const std::vector<SearchResult>& results, const TreatmentId& treatment) {
  return static_cast<std::size_t>(std::ranges::count_if(results, [&](const SearchResult& result) {
    const auto fields = json::parse(result.ready_json, nullptr, false);
    return std::ranges::any_of(part_of(fields, "offers"), [&](const json& offer) {
      return text_of(offer, "treatment") == treatment.text() && is_set(offer, "confirmed");
    });
  }));
}

std::string found_words(const SearchAnswer& answer, const Locality& locality, const Language& language) {
  auto words = places_words(language, answer.total);
  if (!answer.total_is_exact) words = language.say("headline.at-least", {{"what", words}});
  const auto& nearest = answer.results.front().distance;
  if (!nearest) return words;
  const auto distance = distance_words(language, *nearest, locality.country);
  return language.say("near.found", {{"places", words}, {"distance", distance}});
}

/// The questions are asked in English words, which every search understands, and not by an id: it may be a name that
/// must not be shown.
json links_view(const Treatment& treatment, const Locality& locality) {
  const auto question = fmt::format("{} near {}", name_of(treatment.names), locality.name);
  return {{"question", question},
          {"search_link", search_url({{"q", question}})},
          {"points", points_url({{"q", std::string{name_of(treatment.names)}}})},
          {"guide_link", treatment_path(treatment)}};
}

}  // namespace

std::string price_range_words(const std::vector<SearchResult>& results, const TreatmentId& treatment,
                              const Language& language) {
  const auto prices = prices_of(results, treatment);
  const auto commonest =
      std::ranges::max_element(prices, {}, [](const auto& of_currency) { return of_currency.second.size(); });
  if (commonest == prices.end()) return {};
  const auto [least, most] = std::ranges::minmax(commonest->second);
  const auto from = money_words(language, {.hundredths = least, .currency = commonest->first});
  if (least == most) return language.say("price.from", {{"price", from}});
  const auto to = money_words(language, {.hundredths = most, .currency = commonest->first});
  return language.say("price.range", {{"from", from}, {"to", to}});
}

json near_view(const SearchAnswer& answer, const Treatment& treatment, const Locality& locality,
               const CardSetting& setting) {
  const auto& language = setting.language;
  const std::string name{name_of(treatment.names, language.tag())};
  auto view = links_view(treatment, locality);
  view["treatment"] = name;
  view["town"] = locality.name;
  view["region"] = locality.region;
  view["summary"] = treatment.summary;
  view["nothing"] = answer.results.empty();
  view["found"] = answer.results.empty() ? "" : found_words(answer, locality, language);
  if (answer.widened) {
    view["widened"] = language.say(
        "results.widened-offer", {{"distance", distance_words(language, answer.widened->from_radius, locality.country)},
                                  {"asked", within_sentence(language, name)},
                                  {"nearest", distance_words(language, answer.widened->nearest, locality.country)}});
  }
  view["prices"] = price_range_words(answer.results, treatment.id, language);
  view["confirmed"] = language.say(
      "near.confirmed",
      {{"confirmed", language.formats().number(static_cast<double>(count_confirmed(answer.results, treatment.id)))},
       {"of", language.formats().number(static_cast<double>(answer.results.size()))}});
  view["lead"] = treatment.guide ? treatment.guide->lead : "";
  view["sessions"] = treatment.guide ? treatment.guide->sessions : "";
  view["recovery"] = treatment.guide ? treatment.guide->recovery : "";
  view["miles"] = uses_miles(locality.country);
  view["centre_lat"] = fmt::format("{:.5f}", locality.position.lat());
  view["centre_lon"] = fmt::format("{:.5f}", locality.position.lon());
  view["cards"] = json::array();
  for (const auto& result : answer.results) {
    view["cards"].push_back(card_view(result, view["cards"].size() + 1, setting));
  }
  return view;
}

std::string near_description(const SearchAnswer& answer, const TreatmentId& treatment, const Locality& locality,
                             const Language& language) {
  if (answer.results.empty()) return {};
  const auto prices = price_range_words(answer.results, treatment, language);
  auto words = capitalised(language, found_words(answer, locality, language)) + ".";
  if (!prices.empty()) words += " " + language.say("near.prices", {{"prices", prices}});
  return words;
}

}  // namespace nearme
