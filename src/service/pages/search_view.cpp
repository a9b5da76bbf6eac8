#include "service/pages/search_view.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>

#include "base/json.hpp"
#include "service/pages/chips.hpp"
#include "service/pages/filters.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/problem_words.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNeighbours = 6;

/// The likeliest; a list of ten would push the answer off the screen.
constexpr std::size_t kMostAlternatives = 3;

/// How many results the pages before this one showed.
std::size_t shown_before(const Parameters& parameters) {
  const auto text = given(parameters, "shown");
  std::size_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::min<std::size_t>(count, 1'000'000);
}

/// The sentence so far, with "near Leeds, England, within 25 km" or "in the area of the map" or nothing added.
std::string with_place(std::string sentence, const Parameters& parameters, const Understood& understood,
                       const Language& language) {
  if (!given(parameters, "bbox").empty()) return language.say("headline.area", {{"what", sentence}});
  const auto country = understood.place ? understood.place->country : std::string{};
  if (understood.place) {
    const auto place = place_words(language, *understood.place);
    sentence = language.say("headline.near", {{"what", sentence}, {"place", place}});
  }
  if (!understood.radius) return sentence;
  const auto distance = distance_words(language, *understood.radius, country);
  return language.say("headline.within", {{"what", sentence}, {"distance", distance}});
}

std::string headline(const Parameters& parameters, const SearchAnswer& answer, const CardSetting& setting) {
  const auto& language = setting.language;
  auto sentence = places_words(language, answer.total);
  if (!answer.total_is_exact) sentence = language.say("headline.at-least", {{"what", sentence}});
  const auto asked = asked_words(answer.understood, setting);
  if (!asked.empty()) sentence = language.say("headline.for", {{"what", sentence}, {"asked", asked}});
  return with_place(std::move(sentence), parameters, answer.understood, language);
}

/// Whether more was asked for than what and where: then nobody who was found near says nothing of who offers it there.
bool has_conditions(const Understood& asked) {
  const bool of_time = asked.open_now || asked.open_at || asked.open_on;
  const bool of_trust = asked.only_confirmed || asked.only_insured;
  return of_time || of_trust || asked.price.is_limited() || asked.only_wheelchair || !asked.languages.empty();
}

bool asked_for_treatments_alone(const Understood& asked) {
  return !asked.treatments.empty() && asked.concerns.empty() && asked.kinds.empty() && asked.text.empty();
}

/// "Nobody within 25 km says that they offer micro-needling. The nearest is 41 km away."
std::string widened_words(const SearchAnswer& answer, const CardSetting& setting) {
  if (!answer.widened) return {};
  const auto& language = setting.language;
  const auto country = answer.understood.place ? answer.understood.place->country : std::string{};
  const auto asked = asked_words(answer.understood, setting);
  // Treatments are offered; concerns and kinds of places are not.
  const bool is_offer = asked_for_treatments_alone(answer.understood);
  const auto* const message = has_conditions(answer.understood) ? "results.widened-all"
                              : is_offer                        ? "results.widened-offer"
                                                                : "results.widened";
  return language.say(message, {{"distance", distance_words(language, answer.widened->from_radius, country)},
                                {"asked", asked},
                                {"nearest", distance_words(language, answer.widened->nearest, country)}});
}

/// The list that a result stands in: what was asked for, what may do, what else there is.
std::string_view list_of(Match match) {
  if (match == Match::may_offer) return "may_offer_cards";
  return match == Match::alternative ? "alternative_cards" : "cards";
}

void add_cards(json& view, const SearchAnswer& answer, const CardSetting& setting, std::size_t rank) {
  for (const std::string list : {"cards", "may_offer_cards", "alternative_cards"}) {
    view[list] = json::array();
    for (const auto& result : answer.results) {
      if (list == list_of(result.match)) view[list].push_back(card_view(result, ++rank, setting));
    }
    view["has_" + list] = !view[list].empty();
  }
}

/// A word that was taken for a treatment whose names are hidden here is told by the name that is shown.
std::string corrected_words(const std::string& to, const CardSetting& setting, const std::string& law) {
  const auto* treatment = setting.catalogue.hides(law, to) ? setting.catalogue.treatment_called(to) : nullptr;
  if (treatment == nullptr) return to;
  return within_sentence(setting.language, std::string{name_of(treatment->names, setting.language.tag())});
}

json corrections_view(const Understood& understood, const CardSetting& setting) {
  const auto country = understood.place ? understood.place->country : "";
  const auto& law = setting.jurisdiction.empty() ? country : setting.jurisdiction;
  auto corrections = json::array();
  for (const auto& [from, to] : understood.corrections)
    corrections.push_back({{"from", from}, {"to", corrected_words(to, setting, law)}});
  return corrections;
}

/// What could not be done as it was asked.
json notices_view(const Understood& understood, const Language& language) {
  auto notices = json::array();
  for (const auto& hint : understood.hints) notices.push_back({{"words", hint_words(language, hint)}});
  if (!understood.ignored.empty())
    notices.push_back({{"words", language.say("results.ignored", {{"text", understood.ignored}})}});
  if (understood.needs_position) notices.push_back({{"words", language.say("results.needs-position")}});
  return notices;
}

std::string next_url(const Parameters& parameters, const SearchAnswer& answer, std::size_t shown) {
  if (answer.next.empty()) return {};
  auto next = without(parameters, {});
  next.emplace_back("cursor", answer.next);
  next.emplace_back("shown", std::to_string(shown + answer.results.size()));
  return search_url(next);
}

}  // namespace

json alternatives_view(const Parameters& parameters, const Understood& understood, const Language& language) {
  auto links = json::array();
  for (const auto& place : understood.alternatives | std::views::take(kMostAlternatives)) {
    const auto name = fmt::format("{}, {}", place_words(language, place), country_words(language, place.country));
    const auto there = with(without_meaning(parameters, understood, "place"), "near", place.slug);
    links.push_back({{"words", name}, {"link", search_url(there)}});
  }
  return links;
}

json neighbours_view(const std::vector<TreatmentId>& treatments, const CardSetting& setting) {
  const auto& catalogue = setting.catalogue;
  auto links = json::array();
  std::vector<TreatmentId> told = treatments;
  for (const auto& concern : catalogue.concerns()) {
    const auto is_asked = [&](const ConcernTreatment& used) {
      return std::ranges::count(treatments, used.treatment) > 0;
    };
    if (!std::ranges::any_of(concern.treatments, is_asked)) continue;
    for (const auto& used : concern.treatments) {
      const auto* treatment = catalogue.find(used.treatment);
      if (treatment == nullptr || std::ranges::count(told, used.treatment) > 0) continue;
      if (links.size() == kMostNeighbours) return links;
      told.push_back(used.treatment);
      links.push_back(
          {{"words", name_of(treatment->names, setting.language.tag())}, {"link", treatment_path(*treatment)}});
    }
  }
  return links;
}

json search_view(const Parameters& parameters, const SearchAnswer& answer, const FilterCounts& counts,
                 const CardSetting& setting) {
  const auto shown = shown_before(parameters);
  const auto& understood = answer.understood;
  json view{{"asked", true},
            {"question", given(parameters, "q")},
            {"kept", kept_fields(parameters)},
            {"headline", headline(parameters, answer, setting)},
            {"chips", chips_view(parameters, understood, setting)},
            {"filters", filters_view(parameters, understood, counts, setting)},
            {"corrections", corrections_view(understood, setting)},
            {"notices", notices_view(understood, setting.language)},
            {"alternatives", alternatives_view(parameters, understood, setting.language)},
            {"widened", widened_words(answer, setting)},
            {"nothing", answer.results.empty()},
            {"next", next_url(parameters, answer, shown)},
            {"first_rank", shown + 1}};
  add_cards(view, answer, setting, shown);
  const bool found_little = answer.widened.has_value() || answer.results.empty();
  view["neighbours"] = found_little ? neighbours_view(understood.treatments, setting) : json::array();
  const auto* only =
      understood.treatments.size() == 1 ? setting.catalogue.find(understood.treatments.front()) : nullptr;
  if (only != nullptr) view["guide"] = treatment_path(*only);
  if (understood.place) {
    view["miles"] = uses_miles(understood.place->country);
    view["centre_lat"] = fmt::format("{:.5f}", understood.place->position.lat());
    view["centre_lon"] = fmt::format("{:.5f}", understood.place->position.lon());
    if (understood.radius && !answer.widened) view["radius"] = fmt::format("{:g}", understood.radius->count() / 1000);
  }
  return view;
}

json problem_view(const Parameters& parameters, const Error& error, const Language& language) {
  return {{"asked", true},
          {"question", given(parameters, "q")},
          {"kept", kept_fields(parameters)},
          {"headline", language.say("headline.problem")},
          {"problem", problem_words(language, error, parameters)}};
}

}  // namespace nearme
