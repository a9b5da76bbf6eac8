#include "search/suggest.hpp"

#include <algorithm>
#include <tuple>

#include "catalogue/shown_site.hpp"
#include "catalogue/words.hpp"
#include "index/live/best_of_all.hpp"
#include "index/members.hpp"
#include "search/plan/name_words.hpp"
#include "search/plan/place_choice.hpp"
#include "search/understand/connecting_words.hpp"
#include "text/percent_encoding.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostConcepts = 5;
constexpr std::size_t kMostLocalities = 4;
constexpr std::size_t kMostSites = 4;

/// A text that is cut where a place is being typed.
struct PlaceTyped {
  std::size_t end_of_subject = 0;  ///< what is asked for
  std::size_t begin = 0;           ///< of the place
};

/// The place behind the last "near"; none when there is no such word, or nothing behind it.
std::optional<PlaceTyped> announced_place(const std::vector<Token>& tokens) {
  std::optional<PlaceTyped> place;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const auto announced = words_before_a_place().find(tokens, i);
    const bool is_letter = announced.words == 1 && tokens[i].word.size() == 1;
    if (announced.words == 0 || is_letter || i + announced.words >= tokens.size()) continue;
    place = {.end_of_subject = i == 0 ? 0 : tokens[i - 1].end, .begin = tokens[i + announced.words].begin};
    i += announced.words - 1;
  }
  return place;
}

/// The words behind the longest phrase that a text begins with: "skin needling lee".
std::optional<PlaceTyped> place_behind_phrase(const std::vector<Token>& tokens, const PhraseBook& phrases) {
  std::optional<PlaceTyped> place;
  std::string squashed;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    squashed += tokens[i].word;
    if (phrases.find(squashed)) place = {.end_of_subject = tokens[i].end, .begin = tokens[i + 1].begin};
  }
  return place;
}

std::string detail_of(const Locality& locality) {
  return locality.region.empty() ? std::string{locality.country}
                                 : fmt::format("{}, {}", locality.region, locality.country);
}

std::string url_of(std::string_view subject, const Locality& locality) {
  if (subject.empty()) return fmt::format("/?near={}", locality.slug);
  return fmt::format("/?q={}&near={}", percent_encode(subject), locality.slug);
}

void append(std::vector<Suggestion>& all, std::vector<Suggestion> more) {
  std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

Suggesting::Suggesting(const LiveIndex& index, const Catalogue& catalogue, const Gazetteer& gazetteer,
                       const PhraseBook& phrases)
    : index_(index), catalogue_(catalogue), gazetteer_(gazetteer), phrases_(phrases) {}

std::vector<Suggestion> Suggesting::suggest(const SuggestRequest& request) const {
  const auto tokens = tokenize(request.q);
  auto all = tokens.empty() ? most_offered(request) : completions(request, tokens);
  if (all.size() > request.limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(request.limit), all.end());
  return all;
}

std::vector<Suggestion> Suggesting::completions(const SuggestRequest& request, const std::vector<Token>& tokens) const {
  const std::string_view typed = request.q;
  const auto places_at = [&](const PlaceTyped& place) {
    const TypedPlace behind{.before = typed.substr(0, place.begin),
                            .subject = typed.substr(0, place.end_of_subject),
                            .typed = typed.substr(place.begin)};
    auto found = localities(behind, request.at);
    return found.empty() ? misspelt_localities(behind, request.at) : found;
  };
  if (const auto place = announced_place(tokens)) return places_at(*place);
  auto all = concepts(request);
  if (all.empty()) {
    if (const auto place = place_behind_phrase(tokens, phrases_)) append(all, places_at(*place));
  }
  const TypedPlace alone{.before = {}, .subject = {}, .typed = typed};
  append(all, localities(alone, request.at));
  if (all.empty()) all = misspelt_localities(alone, request.at);
  append(all, sites(request));
  return all;
}

std::vector<Suggestion> Suggesting::most_offered(const SuggestRequest& request) const {
  std::vector<std::pair<std::uint64_t, Concept>> offered;
  for (const auto& treatment : catalogue_.treatments()) {
    const auto count = count_of(std::string{members::kOffers} + treatment.id.text());
    if (count > 0) offered.push_back({count, {ConceptType::treatment, treatment.id.text()}});
  }
  std::ranges::stable_sort(offered, std::ranges::greater{}, &std::pair<std::uint64_t, Concept>::first);
  std::vector<Suggestion> suggestions;
  for (const auto& [count, meaning] : offered) {
    if (suggestions.size() < request.limit) suggestions.push_back(to_suggestion(meaning, request));
  }
  return suggestions;
}

std::vector<Suggestion> Suggesting::concepts(const SuggestRequest& request) const {
  const auto squashed = squash(request.q);
  auto matches = phrases_.beginning_with(squashed);
  if (matches.empty()) matches = phrases_.beginning_like(squashed);
  if (matches.empty()) {
    if (const auto misspelt = phrases_.find_misspelt(squashed)) matches.push_back(*misspelt);
  }
  // Fewest typos first, then by type; treatments that many offer come before those that few do.
  std::ranges::stable_sort(matches, {}, [&](const PhraseMatch& match) {
    const auto& [type, id] = match.meaning;
    const auto offered = type == ConceptType::treatment ? count_of(std::string{members::kOffers} + id) : 0;
    return std::tuple(match.edits, type, -static_cast<std::int64_t>(offered));
  });
  std::vector<Suggestion> suggestions;
  for (const auto& match : matches) {
    if (suggestions.size() < kMostConcepts) suggestions.push_back(to_suggestion(match.meaning, request));
  }
  return suggestions;
}

std::vector<Suggestion> Suggesting::localities(const TypedPlace& place, std::optional<LatLon> at) const {
  return to_suggestions(gazetteer_.beginning_with(place.typed, kMostNamesakes), place, at);
}

std::vector<Suggestion> Suggesting::misspelt_localities(const TypedPlace& place, std::optional<LatLon> at) const {
  return to_suggestions(gazetteer_.spelled_like(place.typed, kMostLocalities), place, at);
}

std::vector<Suggestion> Suggesting::to_suggestions(const std::vector<LocalityMatch>& matches, const TypedPlace& place,
                                                   std::optional<LatLon> at) const {
  std::vector<Suggestion> suggestions;
  for (const auto& locality : by_likelihood(matches, index_, at)) {
    if (suggestions.size() == kMostLocalities) break;
    suggestions.push_back({.type = "locality",
                           .id = std::string{locality.slug},
                           .name = std::string{place.before} + std::string{locality.name},
                           .detail = detail_of(locality),
                           .url = url_of(place.subject, locality)});
  }
  return suggestions;
}

std::vector<Suggestion> Suggesting::sites(const SuggestRequest& request) const {
  std::vector<std::string> words;
  for (const auto& token : tokenize(request.q)) words.push_back(token.word);
  if (words.empty()) return {};
  auto names = find_names(index_, words).sets;
  const auto from = request.at ? to_unit_vector(*request.at) : UnitVector{};
  const auto found = best_of_all(index_, kMostSites, [&](std::size_t number) {
    Filter called_so = index_.segments()[number].all();
    called_so.all_of = std::move(names[number]);
    return nearest(*index_.segments()[number].index, from, called_so, kMostSites);
  });
  std::vector<Suggestion> suggestions;
  for (const auto& [place, hit] : found) {
    const std::string id{index_.id(place)};
    const std::string name{index_.index_of(place).name(place.site)};
    const auto path = fmt::format("/sites/{}", index_.slug(place));
    suggestions.push_back({.type = "site",
                           .id = id,
                           .name = site_name_shown(catalogue_, request.jurisdiction, name, ""),
                           .detail = "",
                           .url = site_path_shown(catalogue_, request.jurisdiction, path, id)});
  }
  return suggestions;
}

std::uint64_t Suggesting::count_of(const std::string& member) const {
  std::uint64_t count = 0;
  for (const Segment& segment : index_.segments()) count += segment.count(segment.index->members().find(member));
  return count;
}

Suggestion Suggesting::to_suggestion(const Concept& meaning, const SuggestRequest& request) const {
  const auto& id = meaning.id;
  const auto named = [&](const auto& entry) { return std::string{name_of(entry->names, request.language)}; };
  switch (meaning.type) {
    case ConceptType::treatment:
      return {"treatment", id, catalogue_.name_shown(TreatmentId{id}, request.jurisdiction, request.language),
              "treatment", "/treatments/" + catalogue_.address_word_shown(TreatmentId{id}, request.jurisdiction)};
    case ConceptType::concern:
      return {"concern", id, named(catalogue_.find(ConcernId{id})), "concern", "/concerns/" + id};
    case ConceptType::kind:
      return {"kind", id, named(catalogue_.find(KindId{id})), "kind of site", "/?kind=" + id};
    case ConceptType::family:
      return {"family", id, named(catalogue_.find(FamilyId{id})), "treatments", "/?q=" + id};
  }
  return {};
}

}  // namespace nearme
