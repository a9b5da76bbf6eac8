#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "gazetteer/image/tables.hpp"
#include "gazetteer/layer.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/spoken_endings.hpp"
#include "geo/distance.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// Places of one name that lie so near to one another are one place.
constexpr Metres kSamePlace = Metres::from_kilometres(10);
/// Postcodes are small, and a village lies nearer to the next.
constexpr Metres kSamePostcode = Metres::from_kilometres(50);

bool is_same_place(const Locality& a, const Locality& b) {
  return a.slug == b.slug || (a.country == b.country && distance(a.position, b.position) <= kSamePlace);
}

bool is_same_place(const LocalityMatch& a, const LocalityMatch& b) { return is_same_place(a.locality, b.locality); }
bool is_same_place(const GazetteerArea& a, const GazetteerArea& b) { return a.code == b.code; }
bool is_same_place(const PlaceOfPostcode& a, const PlaceOfPostcode& b) {
  return a.country == b.country && distance(a.position, b.position) <= kSamePostcode;
}

/// Adds what a lower layer has to what upper ones have, but for the places that those have too.
template <class Match>
void add_below(std::vector<Match>& upper, std::vector<Match> lower) {
  const auto count = static_cast<std::ptrdiff_t>(upper.size());
  for (auto& match : lower) {
    const auto is_same = [&](const Match& other) { return is_same_place(other, match); };
    if (std::none_of(upper.begin(), upper.begin() + count, is_same)) upper.push_back(std::move(match));
  }
}

/// The matches of all layers under the numbers of the whole.
template <class LookUp>
std::vector<LocalityMatch> of_all_layers(const std::vector<Gazetteer::Layer>& layers, const LookUp& look_up) {
  std::vector<LocalityMatch> all;
  for (const auto& [layer, first] : layers) {
    auto matches = look_up(*layer);
    for (auto& match : matches)
      match.locality.number = LocalityNumber{static_cast<std::uint32_t>(match.locality.number) + first};
    add_below(all, std::move(matches));
  }
  if (layers.size() > 1) {
    std::ranges::stable_sort(all, {},
                             [](const auto& match) { return std::pair{match.edits, ~match.locality.population}; });
  }
  return all;
}

void cut(std::vector<LocalityMatch>& matches, std::size_t limit) {
  if (matches.size() > limit) matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(limit), matches.end());
}

Locality renumbered(Locality locality, std::uint32_t first) {
  locality.number = LocalityNumber{static_cast<std::uint32_t>(locality.number) + first};
  return locality;
}

}  // namespace

Result<Gazetteer> Gazetteer::open(std::span<const std::byte> bytes) {
  TRY(auto tables, GazetteerTables::open(bytes));
  return Gazetteer{{{.layer = std::make_shared<const GazetteerLayer>(tables, nullptr), .first = 0}}};
}

Result<Gazetteer> Gazetteer::open(MappedFile file) {
  auto owner = std::make_shared<const MappedFile>(std::move(file));
  TRY(auto tables, GazetteerTables::open(owner->bytes()));
  return Gazetteer{{{.layer = std::make_shared<const GazetteerLayer>(tables, owner), .first = 0}}};
}

Gazetteer Gazetteer::over(const Gazetteer& below) const {
  auto layers = layers_;
  layers.insert(layers.end(), below.layers_.begin(), below.layers_.end());
  std::uint32_t first = 0;
  for (auto& layer : layers) {
    layer.first = first;
    first += static_cast<std::uint32_t>(layer.layer->size());
  }
  return Gazetteer{std::move(layers)};
}

const Gazetteer::Layer& Gazetteer::layer_of(LocalityNumber number) const {
  const auto wanted = static_cast<std::uint32_t>(number);
  const auto behind = std::ranges::upper_bound(layers_, wanted, {}, &Layer::first);
  return *std::prev(behind);
}

std::size_t Gazetteer::size() const { return layers_.back().first + layers_.back().layer->size(); }

Locality Gazetteer::at(LocalityNumber number) const {
  const auto& [layer, first] = layer_of(number);
  return renumbered(layer->at(static_cast<std::uint32_t>(number) - first), first);
}

std::vector<LocalityMatch> Gazetteer::named(std::string_view name) const {
  const auto key = name_key(name);
  if (key.empty()) return {};
  return of_all_layers(layers_, [&](const GazetteerLayer& layer) { return layer.named(key); });
}

std::vector<LocalityMatch> Gazetteer::beginning_with(std::string_view prefix, std::size_t limit) const {
  const auto keys = prefix_keys(prefix);
  auto matches = of_all_layers(layers_, [&](const GazetteerLayer& layer) { return layer.beginning_with(keys, limit); });
  cut(matches, limit);
  return matches;
}

std::vector<LocalityMatch> Gazetteer::spelled_like(std::string_view name, std::size_t limit) const {
  const auto key = name_key(name);
  const int most = edits_allowed(length(key));
  const auto has_name = [&](const Layer& layer) { return layer.layer->has_name(key); };
  if (most == 0 || std::ranges::any_of(layers_, has_name)) return {};
  auto matches =
      of_all_layers(layers_, [&](const GazetteerLayer& layer) { return layer.spelled_like(key, most, limit); });
  if (matches.empty()) matches = sounding_like(key);
  cut(matches, limit);
  return matches;
}

/// One sound in another spelling counts as one edit more than slips allow.
std::vector<LocalityMatch> Gazetteer::sounding_like(std::string_view key) const {
  std::vector<LocalityMatch> matches;
  for (const auto& spelling : spelled_as_it_sounds(key)) {
    auto found = of_all_layers(layers_, [&](const GazetteerLayer& layer) { return layer.named(spelling); });
    std::erase_if(found, [](const auto& match) {
      return match.locality.population < gazetteer_format::kLeastPopulationForTypos;
    });
    for (auto& match : found) match.edits = edits_allowed(length(key)) + 1;
    std::ranges::move(found, std::back_inserter(matches));
  }
  std::ranges::stable_sort(matches, std::ranges::greater{},
                           [](const auto& match) { return match.locality.population; });
  return matches;
}

std::vector<GazetteerArea> Gazetteer::areas_named(std::string_view name) const {
  const auto key = name_key(name);
  if (key.empty()) return {};
  std::vector<GazetteerArea> areas;
  for (const auto& [layer, first] : layers_) add_below(areas, layer->areas_named(key));
  std::ranges::stable_sort(areas, std::ranges::greater{}, &GazetteerArea::population);
  return areas;
}

std::vector<PlaceOfPostcode> Gazetteer::postcode(std::string_view key) const {
  if (key.empty()) return {};
  std::vector<PlaceOfPostcode> places;
  for (const auto& [layer, first] : layers_) add_below(places, layer->postcode(key));
  return places;
}

std::optional<Locality> Gazetteer::with_slug(std::string_view slug) const {
  for (const auto& [layer, first] : layers_) {
    if (const auto found = layer->with_slug(slug)) return renumbered(*found, first);
  }
  return std::nullopt;
}

std::optional<Locality> Gazetteer::nearest(LatLon position) const {
  std::optional<Locality> nearest;
  for (const auto& [layer, first] : layers_) {
    const auto found = layer->nearest(position);
    const bool is_nearer =
        found && (!nearest || distance(position, found->position) < distance(position, nearest->position));
    if (is_nearer) nearest = renumbered(*found, first);
  }
  return nearest;
}

bool Gazetteer::lies_in(const Locality& locality, std::string_view words) const {
  const auto key = name_key(words);
  if (key.empty() || static_cast<std::size_t>(locality.number) >= size()) return false;
  const auto& [layer, first] = layer_of(locality.number);
  return layer->lies_in(static_cast<std::uint32_t>(locality.number) - first, key);
}

}  // namespace nearme
