#include "search/understand/place_finder.hpp"

#include <algorithm>
#include <array>

#include "geo/distance.hpp"
#include "search/understand/question_reader.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

/// No postcode is wider, and no town lies further from its postcodes.
constexpr Metres kExtentOfPostcode = Metres::from_kilometres(50);

/// A locality with so large a share of an area's people is what its name means: Berlin, Geneva.
constexpr std::uint32_t kShareOfNamesake = 5;

bool has_digit(std::string_view words) {
  return std::ranges::any_of(words, [](char c) { return c >= '0' && c <= '9'; });
}

/// A text cut before word `number` of it.
std::pair<std::string_view, std::string_view> cut_before(std::string_view text, const std::vector<Token>& tokens,
                                                         std::size_t number) {
  const auto begin = tokens.front().begin;
  const auto behind = tokens[number].begin;
  return {text.substr(begin, tokens[number - 1].end - begin), text.substr(behind, tokens.back().end - behind)};
}

/// Whether an area is what its locality of that name already says: a district round its town, a state that is a city.
bool is_covered_by(const GazetteerArea& area, const Locality& locality) {
  if (locality.country != area.country || distance(locality.position, area.position) > area.radius) return false;
  const bool is_most_of_it = std::uint64_t{locality.population} * kShareOfNamesake >= area.population;
  return area.kind == GazetteerArea::Kind::district || is_most_of_it;
}

}  // namespace

std::uint32_t PlaceReading::population() const {
  const auto of_locality = localities.empty() ? 0 : localities.front().locality.population;
  return std::max(of_locality, areas.empty() ? 0 : areas.front().population);
}

PlaceReading PlaceFinder::named(std::string_view words) const {
  if (has_digit(words)) {
    const auto form = postcode_form(words);
    if (auto found = form ? postcode(*form) : postcode_and_name(words); !found.empty()) return found;
  }
  PlaceReading found{
      .localities = gazetteer_.named(words), .areas = {}, .postcodes = {}, .name = {}, .corrections = {}};
  found.areas = areas_called(words, found.localities);
  if (!found.areas.empty()) found.name = found.areas.front().name;
  if (!found.localities.empty()) found.name = found.localities.front().locality.name;
  return found;
}

PlaceReading PlaceFinder::called(std::string_view words) const {
  auto found = named(words);
  if (!found.localities.empty() || !found.postcodes.empty()) return found;
  found.localities = located(words);
  if (!found.localities.empty()) found.name = found.localities.front().locality.name;
  return found;
}

/// Localities of the first words, when the others say where.
std::vector<LocalityMatch> PlaceFinder::located(std::string_view words) const {
  std::vector<LocalityMatch> places;
  const auto tokens = tokenize(words);
  for (std::size_t end = tokens.size(); places.empty() && end-- > 1;) {
    const auto [name, where] = cut_before(words, tokens, end);
    places = gazetteer_.named(name);
    std::erase_if(places, [&](const auto& match) { return !gazetteer_.lies_in(match.locality, where); });
  }
  return places;
}

std::vector<GazetteerArea> PlaceFinder::areas_called(std::string_view words,
                                                     const std::vector<LocalityMatch>& namesakes) const {
  auto areas = gazetteer_.areas_named(words);
  std::erase_if(areas, [&](const GazetteerArea& area) {
    return std::ranges::any_of(namesakes, [&](const auto& match) { return is_covered_by(area, match.locality); });
  });
  return areas;
}

/// The places of a key: those of the gazetteer, then those that only sites know.
std::vector<PlaceOfPostcode> PlaceFinder::places_of(const std::string& key, const PostcodeForm& form) const {
  auto places = gazetteer_.postcode(key);
  for (const auto position : known_.postcode(key)) {
    const auto is_near = [&](const auto& place) { return distance(place.position, position) <= kExtentOfPostcode; };
    if (std::ranges::any_of(places, is_near)) continue;
    const auto nearest = gazetteer_.nearest(position);
    places.push_back({.written = key == form.key ? form.written : form.written.substr(0, key.size()),
                      .name = {},
                      .region = nearest ? std::string{nearest->region} : "",
                      .country = nearest ? std::string{nearest->country} : "",
                      .position = position});
  }
  const auto is_elsewhere = [&](const PlaceOfPostcode& place) { return place.country != form.country; };
  if (!form.country.empty()) std::erase_if(places, is_elsewhere);
  return places;
}

PlaceReading PlaceFinder::postcode(const PostcodeForm& form) const {
  PlaceReading found{
      .localities = {}, .areas = {}, .postcodes = places_of(form.key, form), .name = form.written, .corrections = {}};
  if (!found.postcodes.empty() || form.district.empty()) return found;
  found.postcodes = places_of(form.district, form);
  if (found.postcodes.empty()) return found;
  found.name = found.postcodes.front().written;
  found.corrections.push_back({form.written, found.name});
  return found;
}

/// "10115 Berlin", "Leeds LS1 4AP", "Springfield IL 62701": one or two words of postcode before or behind a name.
PlaceReading PlaceFinder::postcode_and_name(std::string_view words) const {
  const auto tokens = tokenize(words);
  constexpr std::size_t kLongestPostcode = 2;
  for (auto size = std::min(kLongestPostcode, tokens.size() - std::min<std::size_t>(1, tokens.size())); size > 0;
       --size) {
    const auto [head, town_behind] = cut_before(words, tokens, size);
    const auto [town_before, tail] = cut_before(words, tokens, tokens.size() - size);
    for (const auto& [code, town] : std::array{std::pair{head, town_behind}, std::pair{tail, town_before}}) {
      if (!has_digit(code) || has_digit(town)) continue;
      const auto form = postcode_form(code);
      if (!form) continue;
      if (auto found = postcode_in(*form, town); !found.empty()) return found;
    }
  }
  return {};
}

/// The postcode near the towns of a name. Nobody knows the postcode, or not there: then it is the towns.
PlaceReading PlaceFinder::postcode_in(const PostcodeForm& form, std::string_view town) const {
  auto towns = called(town);
  if (towns.localities.empty()) return {};
  auto found = postcode(form);
  std::erase_if(found.postcodes, [&](const PlaceOfPostcode& place) {
    return std::ranges::none_of(towns.localities, [&](const LocalityMatch& match) {
      return distance(match.locality.position, place.position) <= kExtentOfPostcode;
    });
  });
  if (!found.postcodes.empty()) return found;
  towns.areas.clear();
  const auto is_elsewhere = [&](const auto& match) { return match.locality.country != form.country; };
  if (!form.country.empty() && !std::ranges::all_of(towns.localities, is_elsewhere))
    std::erase_if(towns.localities, is_elsewhere);
  towns.corrections.push_back({form.written + " " + towns.name, towns.name});
  return towns;
}

PlaceReading PlaceFinder::misspelt(std::string_view words, std::uint32_t least_population) const {
  constexpr std::size_t kMostGuesses = 24;
  PlaceReading found;
  found.localities = gazetteer_.spelled_like(words, kMostGuesses);
  std::erase_if(found.localities, [&](const auto& match) { return match.locality.population < least_population; });
  if (found.localities.empty()) return found;
  const auto fewest = std::ranges::min(found.localities, {}, &LocalityMatch::edits).edits;
  std::erase_if(found.localities, [&](const auto& match) { return match.edits > fewest; });
  found.name = found.localities.front().locality.name;
  return found;
}

}  // namespace nearme
