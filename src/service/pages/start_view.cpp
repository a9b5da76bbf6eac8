#include "service/pages/start_view.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kPopularTreatments = 8;

/// The catalogue's own order stands in for popularity where nothing is indexed yet.
json popular_view(const Catalogue& catalogue, const Search& search, const Language& language) {
  auto links = json::array();
  const auto add = [&](const Treatment& treatment) {
    const json link{{"words", name_of(treatment.names, language.tag())}, {"link", treatment_path(treatment)}};
    if (links.size() < kPopularTreatments && std::ranges::find(links, link) == links.end()) links.push_back(link);
  };
  for (const auto& suggestion : search.suggest({.q = "", .at = {}, .limit = kPopularTreatments})) {
    if (suggestion.type == "treatment") add(*catalogue.find(TreatmentId{suggestion.id}));
  }
  for (const auto& treatment : catalogue.treatments()) add(treatment);
  return links;
}

json source_view(const SourceSummary& summary, const Language& language) {
  const auto& source = summary.source;
  return {{"name", source.id.text()},
          {"format", source.format},
          {"licence", source.licence.empty() ? language.say("compare.not-stated") : source.licence},
          {"attribution", source.attribution},
          {"imported", date_words(language, Date{std::chrono::floor<std::chrono::days>(source.imported_at)})},
          {"places", places_words(language, summary.standing.sites)}};
}

}  // namespace

json start_view(const Catalogue& catalogue, const Search& search, const Look& look, const Language& language) {
  auto concerns = json::array();
  for (const auto& concern : search.catalogue().concerns()) {
    concerns.push_back({{"words", name_of(concern.names, language.tag())}, {"link", "/concerns/" + concern.id.text()}});
  }
  json map = json::object();
  if (look.start_view)
    map = {{"lat", look.start_view->lat}, {"lon", look.start_view->lon}, {"zoom", look.start_view->zoom}};
  return {{"home", true},
          {"start", std::move(map)},
          {"points", points_url({})},
          {"headline", look.headline.empty() ? language.say("start.headline") : look.headline},
          {"introduction", look.introduction.empty() ? language.say("start.introduction") : look.introduction},
          {"popular", popular_view(catalogue, search, language)},
          {"concerns", concerns},
          {"places_listed", places_words(language, search.index()->size())}};
}

json about_view(const Search& search, const std::vector<SourceSummary>& sources, const Language& language) {
  json view{{"places_listed", places_words(language, search.index()->size())},
            {"index_day", date_words(language, search.index()->about().day)},
            {"sources", json::array()}};
  for (const auto& source : sources) view["sources"].push_back(source_view(source, language));
  return view;
}

}  // namespace nearme
