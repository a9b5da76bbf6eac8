#include "service/pages/chips.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// Which parameters say a thing, besides `q`.
struct MeaningParameters {
  std::string_view meaning;
  std::vector<std::string_view> parameters;
};

const std::vector<MeaningParameters>& meaning_parameters() {
  static const std::vector<MeaningParameters> kTable{{"treatment", {"treatment"}},
                                                     {"concern", {"concern"}},
                                                     {"kind", {"kind"}},
                                                     {"text", {"text"}},
                                                     {"place", {"near", "lat", "lon", "bbox"}},
                                                     {"open", {"open"}},
                                                     {"evidence", {"evidence"}}};
  return kTable;
}

bool says(const Piece& piece, std::string_view meaning) {
  return piece.meaning == meaning || (meaning == "place" && piece.meaning == "near");
}

/// The question without the pieces that `is_it` picks; from the back, so that the bytes before stay where they are.
template <class IsIt>
std::string cut_pieces(std::string question, std::vector<Piece> pieces, IsIt is_it) {
  std::ranges::sort(pieces, std::ranges::greater{}, &Piece::begin);
  for (const auto& piece : pieces) {
    if (is_it(piece)) question = cut(question, piece.begin, piece.end);
  }
  return question;
}

std::string list_without(std::string_view list, std::string_view item) {
  std::string kept;
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    if (const auto each = list.substr(0, comma); each != item) kept += (kept.empty() ? "" : ",") + std::string{each};
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return kept;
}

json chip(std::string words, const Parameters& rest) {
  return {{"words", std::move(words)}, {"remove", search_url(rest)}};
}

/// One entry of the catalogue that was asked for, in `q` or in a parameter's list.
Parameters without_entry(const Parameters& parameters, const Understood& understood, std::string_view meaning,
                         std::string_view id) {
  const auto is_it = [&](const Piece& piece) { return piece.meaning == meaning && piece.value == id; };
  const auto question = cut_pieces(std::string{given(parameters, "q")}, understood.pieces, is_it);
  const auto list = list_without(given(parameters, meaning), id);
  return with(with(parameters, "q", question), meaning, list);
}

template <class Ids>
void add_entries(json& chips, const Parameters& parameters, const Understood& understood, std::string_view meaning,
                 const Ids& entries) {
  for (const auto& [id, name] : entries)
    chips.push_back(chip(name, without_entry(parameters, understood, meaning, id)));
}

template <class EntryId>
std::vector<std::pair<std::string, std::string>> named(const std::vector<EntryId>& ids, const Catalogue& catalogue) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& id : ids) {
    const auto* entry = catalogue.find(id);
    entries.emplace_back(id.text(), entry == nullptr ? id.text() : std::string{name_of(entry->names)});
  }
  return entries;
}

void add_plain(json& chips, const Parameters& parameters, std::string_view name, std::string words) {
  if (!given(parameters, name).empty()) chips.push_back(chip(std::move(words), without(parameters, {name})));
}

void add_place(json& chips, const Parameters& parameters, const Understood& understood) {
  if (!given(parameters, "bbox").empty()) {
    chips.push_back(chip("in the area of the map", without(parameters, {"bbox"})));
  } else if (understood.place) {
    chips.push_back(chip("near " + place_words(*understood.place), without_meaning(parameters, understood, "place")));
  }
}

}  // namespace

Parameters without_meaning(const Parameters& parameters, const Understood& understood, std::string_view meaning) {
  const auto is_it = [&](const Piece& piece) { return says(piece, meaning); };
  auto rest = with(parameters, "q", cut_pieces(std::string{given(parameters, "q")}, understood.pieces, is_it));
  for (const auto& [known, names] : meaning_parameters()) {
    if (known != meaning) continue;
    for (const auto name : names) rest = without(rest, {name});
  }
  return rest;
}

std::string place_words(const AskedPlace& place) {
  if (place.slug.empty() && (place.name.empty() || place.name == "position")) return "your position";
  if (place.region.empty() || place.region == place.name) return place.name;
  return fmt::format("{}, {}", place.name, place.region);
}

std::string asked_words(const Understood& understood, const Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const auto& [id, name] : named(understood.treatments, catalogue)) names.push_back(within_sentence(name));
  for (const auto& [id, name] : named(understood.concerns, catalogue)) names.push_back(within_sentence(name));
  for (const auto& [id, name] : named(understood.kinds, catalogue)) names.push_back(within_sentence(name));
  if (!understood.text.empty()) names.push_back(fmt::format("“{}”", understood.text));
  return listed(names);
}

json chips_view(const Parameters& parameters, const Understood& understood, const Catalogue& catalogue) {
  auto chips = json::array();
  add_entries(chips, parameters, understood, "treatment", named(understood.treatments, catalogue));
  add_entries(chips, parameters, understood, "concern", named(understood.concerns, catalogue));
  add_entries(chips, parameters, understood, "kind", named(understood.kinds, catalogue));
  if (!understood.text.empty()) {
    const auto words = fmt::format("“{}”", understood.text);
    chips.push_back(chip(words, without_meaning(parameters, understood, "text")));
  }
  add_place(chips, parameters, understood);
  add_plain(chips, parameters, "radius_km", fmt::format("within {} km", given(parameters, "radius_km")));
  if (understood.open_at)
    chips.push_back(
        chip(understood.open_now ? "open now" : "open then", without_meaning(parameters, understood, "open")));
  if (understood.only_confirmed)
    chips.push_back(chip("evidence confirmed", without_meaning(parameters, understood, "evidence")));
  add_plain(chips, parameters, "wheelchair", "wheelchair access");
  add_plain(chips, parameters, "language", "speaks " + language_words(std::string{given(parameters, "language")}));
  add_plain(chips, parameters, "price_max",
            fmt::format("up to {} {}", given(parameters, "price_max"), given(parameters, "currency")));
  return chips;
}

}  // namespace nearme
