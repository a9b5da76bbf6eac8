#include "search/suggest.hpp"

#include <algorithm>
#include <tuple>

#include "catalogue/words.hpp"
#include "index/live/best_of_all.hpp"
#include "index/members.hpp"
#include "search/plan/name_words.hpp"
#include "search/plan/place_choice.hpp"
#include "search/understand/connecting_words.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostConcepts = 5;
constexpr std::size_t kMostLocalities = 4;
constexpr std::size_t kMostSites = 4;

/// Where the words after the last "near" begin; none when there is no such word, or nothing behind it.
std::optional<std::size_t> begin_of_place(std::string_view typed) {
  const auto tokens = tokenize(typed);
  std::optional<std::size_t> begin;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const auto announced = words_before_a_place().find(tokens, i);
    const bool is_letter = announced.words == 1 && tokens[i].word.size() == 1;
    if (announced.words == 0 || is_letter || i + announced.words >= tokens.size()) continue;
    begin = tokens[i + announced.words].begin;
    i += announced.words - 1;
  }
  return begin;
}

std::string detail_of(const Locality& locality) {
  return locality.region.empty() ? std::string{locality.country}
                                 : fmt::format("{}, {}", locality.region, locality.country);
}

void append(std::vector<Suggestion>& all, std::vector<Suggestion> more) {
  std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

Suggesting::Suggesting(const LiveIndex& index, const Catalogue& catalogue, const Gazetteer& gazetteer,
                       const PhraseBook& phrases)
    : index_(index), catalogue_(catalogue), gazetteer_(gazetteer), phrases_(phrases) {}

std::vector<Suggestion> Suggesting::suggest(const SuggestRequest& request) const {
  std::vector<Suggestion> all;
  const auto place = begin_of_place(request.q);
  if (squash(request.q).empty()) {
    all = most_offered(request.limit);
  } else if (place) {
    all = localities(std::string_view{request.q}.substr(*place), std::string_view{request.q}.substr(0, *place),
                     request.at);
  } else {
    all = concepts(request.q);
    append(all, localities(request.q, "", request.at));
    append(all, sites(request.q, request.at));
  }
  if (all.size() > request.limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(request.limit), all.end());
  return all;
}

std::vector<Suggestion> Suggesting::most_offered(std::size_t limit) const {
  std::vector<std::pair<std::uint64_t, Concept>> offered;
  for (const auto& treatment : catalogue_.treatments()) {
    const auto count = count_of(std::string{members::kOffers} + treatment.id.text());
    if (count > 0) offered.push_back({count, {ConceptType::treatment, treatment.id.text()}});
  }
  std::ranges::stable_sort(offered, std::ranges::greater{}, &std::pair<std::uint64_t, Concept>::first);
  std::vector<Suggestion> suggestions;
  for (const auto& [count, meaning] : offered) {
    if (suggestions.size() < limit) suggestions.push_back(to_suggestion(meaning));
  }
  return suggestions;
}

std::vector<Suggestion> Suggesting::concepts(const std::string& typed) const {
  const auto squashed = squash(typed);
  auto matches = phrases_.beginning_with(squashed);
  if (matches.empty()) {
    if (const auto misspelt = phrases_.find_misspelt(squashed)) matches.push_back(*misspelt);
  }
  // By type; treatments that many offer come before those that few do.
  std::ranges::stable_sort(matches, {}, [&](const PhraseMatch& match) {
    const auto& [type, id] = match.meaning;
    const auto offered = type == ConceptType::treatment ? count_of(std::string{members::kOffers} + id) : 0;
    return std::tuple(type, -static_cast<std::int64_t>(offered));
  });
  std::vector<Suggestion> suggestions;
  for (const auto& match : matches) {
    if (suggestions.size() < kMostConcepts) suggestions.push_back(to_suggestion(match.meaning));
  }
  return suggestions;
}

std::vector<Suggestion> Suggesting::localities(std::string_view typed, std::string_view before,
                                               std::optional<LatLon> at) const {
  auto matches = gazetteer_.beginning_with(typed, kMostNamesakes);
  if (matches.empty() && !before.empty()) matches = gazetteer_.spelled_like(typed, kMostLocalities);
  std::vector<Suggestion> suggestions;
  for (const auto& locality : by_likelihood(matches, index_, at)) {
    if (suggestions.size() == kMostLocalities) break;
    suggestions.push_back({.type = "locality",
                           .id = std::string{locality.slug},
                           .name = std::string{before} + std::string{locality.name},
                           .detail = detail_of(locality),
                           .url = fmt::format("/?near={}", locality.slug)});
  }
  return suggestions;
}

std::vector<Suggestion> Suggesting::sites(std::string_view typed, std::optional<LatLon> at) const {
  std::vector<std::string> words;
  for (const auto& token : tokenize(typed)) words.push_back(token.word);
  if (words.empty()) return {};
  auto names = find_names(index_, words).sets;
  const auto from = at ? to_unit_vector(*at) : UnitVector{};
  const auto found = best_of_all(index_, kMostSites, [&](std::size_t number) {
    Filter called_so = index_.segments()[number].all();
    called_so.all_of = std::move(names[number]);
    return nearest(*index_.segments()[number].index, from, called_so, kMostSites);
  });
  std::vector<Suggestion> suggestions;
  for (const auto& [place, hit] : found) {
    suggestions.push_back({.type = "site",
                           .id = std::string{index_.id(place)},
                           .name = std::string{index_.index_of(place).name(place.site)},
                           .detail = "",
                           .url = fmt::format("/sites/{}", index_.slug(place))});
  }
  return suggestions;
}

std::uint64_t Suggesting::count_of(const std::string& member) const {
  std::uint64_t count = 0;
  for (const Segment& segment : index_.segments()) count += segment.count(segment.index->members().find(member));
  return count;
}

Suggestion Suggesting::to_suggestion(const Concept& meaning) const {
  const auto& id = meaning.id;
  switch (meaning.type) {
    case ConceptType::treatment:
      return {"treatment", id, std::string{name_of(catalogue_.find(TreatmentId{id})->names)}, "treatment",
              "/treatments/" + id};
    case ConceptType::concern:
      return {"concern", id, std::string{name_of(catalogue_.find(ConcernId{id})->names)}, "concern", "/concerns/" + id};
    case ConceptType::kind:
      return {"kind", id, std::string{name_of(catalogue_.find(KindId{id})->names)}, "kind of site", "/?kind=" + id};
    case ConceptType::family:
      return {"family", id, std::string{name_of(catalogue_.find(FamilyId{id})->names)}, "treatments", "/?q=" + id};
  }
  return {};
}

}  // namespace nearme
