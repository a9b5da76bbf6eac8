#include "service/pages/search_view.hpp"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "service/pages/chips.hpp"
#include "service/pages/filters.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kMostNeighbours = 6;

/// How many results the pages before this one showed.
std::size_t shown_before(const Parameters& parameters) {
  const auto text = given(parameters, "shown");
  std::size_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::min<std::size_t>(count, 1'000'000);
}

/// "near Leeds, England, within 25 km", "in the area of the map", or nothing.
std::string where_words(const Parameters& parameters, const Understood& understood) {
  if (!given(parameters, "bbox").empty()) return " in the area of the map";
  auto words = understood.place ? " near " + place_words(*understood.place) : std::string{};
  if (understood.radius) words += fmt::format(", within {}", distance_words(*understood.radius));
  return words;
}

std::string headline(const Parameters& parameters, const SearchAnswer& answer, const Catalogue& catalogue) {
  const auto asked = asked_words(answer.understood, catalogue);
  const auto number = count_words(answer.total, "place");
  return fmt::format("{}{}{}{}", answer.total_is_exact ? "" : "At least ", number, asked.empty() ? "" : " for " + asked,
                     where_words(parameters, answer.understood));
}

/// "Nobody within 25 km says that they offer micro-needling. The nearest is 41 km away."
std::string widened_words(const SearchAnswer& answer, const Catalogue& catalogue) {
  if (!answer.widened) return {};
  const auto asked = asked_words(answer.understood, catalogue);
  return fmt::format("Nobody within {} {}. The nearest is {} away.", distance_words(answer.widened->from_radius),
                     asked.empty() ? "was found" : "says that they offer " + asked,
                     distance_words(answer.widened->nearest));
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

json corrections_view(const Understood& understood) {
  auto corrections = json::array();
  for (const auto& [from, to] : understood.corrections) corrections.push_back({{"from", from}, {"to", to}});
  return corrections;
}

/// What could not be done as it was asked.
json notices_view(const Understood& understood) {
  auto notices = json::array();
  for (const auto& hint : understood.hints) notices.push_back({{"words", hint.message}});
  if (!understood.ignored.empty()) {
    notices.push_back(
        {{"words", fmt::format("Nobody found here is called “{}”; this is without it.", understood.ignored)}});
  }
  if (understood.needs_position) {
    notices.push_back({{"words", "To look near you, name a place or press the button that gives your position."}});
  }
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

json alternatives_view(const Parameters& parameters, const Understood& understood) {
  auto links = json::array();
  for (const auto& place : understood.alternatives) {
    const auto name = fmt::format("{}, {}", place_words(place), country_words(place.country));
    const auto there = with(without_meaning(parameters, understood, "place"), "near", place.slug);
    links.push_back({{"words", name}, {"link", search_url(there)}});
  }
  return links;
}

json neighbours_view(const std::vector<TreatmentId>& treatments, const Catalogue& catalogue) {
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
      links.push_back({{"words", name_of(treatment->names)}, {"link", "/treatments/" + used.treatment.text()}});
    }
  }
  return links;
}

json search_view(const Parameters& parameters, const SearchAnswer& answer, const CardSetting& setting) {
  const auto shown = shown_before(parameters);
  const auto& understood = answer.understood;
  json view{{"asked", true},
            {"question", given(parameters, "q")},
            {"kept", kept_fields(parameters)},
            {"headline", headline(parameters, answer, setting.catalogue)},
            {"chips", chips_view(parameters, understood, setting.catalogue)},
            {"filters", filters_view(parameters, answer, setting.catalogue)},
            {"corrections", corrections_view(understood)},
            {"notices", notices_view(understood)},
            {"alternatives", alternatives_view(parameters, understood)},
            {"widened", widened_words(answer, setting.catalogue)},
            {"nothing", answer.results.empty()},
            {"next", next_url(parameters, answer, shown)},
            {"first_rank", shown + 1}};
  add_cards(view, answer, setting, shown);
  const bool found_little = answer.widened.has_value() || answer.results.empty();
  view["neighbours"] = found_little ? neighbours_view(understood.treatments, setting.catalogue) : json::array();
  if (understood.treatments.size() == 1) view["guide"] = "/treatments/" + understood.treatments.front().text();
  if (understood.place) {
    view["centre_lat"] = fmt::format("{:.5f}", understood.place->position.lat());
    view["centre_lon"] = fmt::format("{:.5f}", understood.place->position.lon());
  }
  return view;
}

json problem_view(const Parameters& parameters, const Error& error) {
  return {{"asked", true},
          {"question", given(parameters, "q")},
          {"kept", kept_fields(parameters)},
          {"headline", "This could not be answered"},
          {"problem", error.message}};
}

}  // namespace nearme
