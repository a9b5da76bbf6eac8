#include "service/pages/concern_view.hpp"

#include "base/json.hpp"
#include "service/pages/chips.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/near_view.hpp"
#include "service/pages/problem_words.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

json grounds_view(const ConcernTreatment& used, const Language& language) {
  return {{"strength", strength_words(language, used.strength)},
          {"bar", fmt::format("{:.2f}", used.strength)},
          {"source", used.source},
          {"source_link", safe_link(used.url)},
          {"grade", std::string(1, used.grade)},
          {"grade_words", grade_words(language, used.grade)}};
}

std::string count_near(const OfferedNear& offered, const Language& language) {
  const auto places = places_words(language, offered.total);
  return offered.total_is_exact ? places : language.say("headline.at-least", {{"what", places}});
}

/// The local page of a town that has one, else the search that this cell is the short form of.
std::string all_near_link(const NearConcern& near, const Treatment& treatment) {
  if (!near.slug.empty()) return fmt::format("{}/near/{}", treatment_path(treatment), near.slug);
  auto parameters = near.asked;
  parameters.emplace_back("q", name_of(treatment.names));
  return search_url(parameters);
}

json near_cells(const OfferedNear& offered, const Treatment& treatment, const NearConcern& near,
                const Language& language) {
  const auto distance = [&](Metres length) { return distance_words(language, length, near.country); };
  return {{"nobody", offered.total == 0},
          {"far", offered.is_far ? language.say("side.far", {{"length", distance(NearConcern::kRadius)}}) : ""},
          {"count", count_near(offered, language)},
          {"all_link", all_near_link(near, treatment)},
          {"nearest", offered.nearest_name},
          {"nearest_link", offered.nearest_path},
          {"nearest_distance", offered.nearest ? distance(*offered.nearest) : ""},
          {"prices", offered.is_far ? "" : price_range_words(offered.priced, treatment.id, language)}};
}

json treatment_row(const ConcernTreatment& used, const NearConcern& near, const ConcernSetting& setting) {
  const auto& [catalogue, language] = setting;
  const auto& treatment = *catalogue.find(used.treatment);
  json row{{"words", name_of(treatment.names, language.tag())},
           {"link", treatment_path(treatment)},
           {"summary", treatment.summary},
           {"grounds", grounds_view(used, language)},
           {"sessions", treatment.guide ? treatment.guide->sessions : ""},
           {"recovery", treatment.guide ? treatment.guide->recovery : ""}};
  const auto offered = near.offered.find(treatment.id);
  if (offered != near.offered.end()) row["near"] = near_cells(offered->second, treatment, near, language);
  return row;
}

}  // namespace

json concern_view(const Concern& concern, const NearConcern& near, const ConcernSetting& setting) {
  const auto& language = setting.language;
  auto treatments = json::array();
  for (const auto& used : concern.treatments) {
    if (setting.catalogue.find(used.treatment) != nullptr) treatments.push_back(treatment_row(used, near, setting));
  }
  const std::string name{name_of(concern.names, language.tag())};
  const auto also_called = other_names(name_of(concern.names), concern.synonyms);
  return {{"path", "/concerns/" + concern.id.text()},
          {"name", name},
          {"summary", concern.summary},
          {"also_called", also_called},
          {"also_called_words", listed(language, also_called)},
          {"treatments", treatments},
          {"place", near.place ? place_words(language, *near.place) : ""},
          {"problem", near.problem ? problem_words(setting.language, *near.problem, near.asked) : ""},
          {"near_asked", given(near.asked, "near")},
          {"question", name}};
}

}  // namespace nearme
