#include "service/pages/start_view.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kPopularTreatments = 8;

/// The catalogue's own order stands in for popularity where nothing is indexed yet.
json popular_view(const Search& search) {
  auto links = json::array();
  for (const auto& suggestion : search.suggest({.q = "", .at = {}, .limit = kPopularTreatments})) {
    if (suggestion.type == "treatment") links.push_back({{"words", suggestion.name}, {"link", suggestion.url}});
  }
  for (const auto& treatment : search.catalogue().treatments()) {
    if (links.size() >= kPopularTreatments) break;
    const json link{{"words", name_of(treatment.names)}, {"link", "/treatments/" + treatment.id.text()}};
    if (std::ranges::find(links, link) == links.end()) links.push_back(link);
  }
  return links;
}

json source_view(const SourceSummary& summary) {
  const auto& source = summary.source;
  return {{"name", source.id.text()},
          {"format", source.format},
          {"licence", source.licence.empty() ? "not stated" : source.licence},
          {"attribution", source.attribution},
          {"imported", date_words(Date{std::chrono::floor<std::chrono::days>(source.imported_at)})},
          {"places", count_words(summary.standing.sites, "place")}};
}

}  // namespace

json start_view(const Search& search, const Look& look) {
  auto concerns = json::array();
  for (const auto& concern : search.catalogue().concerns()) {
    concerns.push_back({{"words", name_of(concern.names)}, {"link", "/concerns/" + concern.id.text()}});
  }
  return {{"home", true},
          {"headline", look.headline},
          {"introduction", look.introduction},
          {"popular", popular_view(search)},
          {"concerns", concerns},
          {"places_listed", count_words(search.index()->size(), "place")}};
}

json about_view(const Search& search, const std::vector<SourceSummary>& sources) {
  json view{{"places_listed", count_words(search.index()->size(), "place")},
            {"index_day", date_words(search.index()->about().day)},
            {"sources", json::array()}};
  for (const auto& source : sources) view["sources"].push_back(source_view(source));
  return view;
}

}  // namespace nearme
