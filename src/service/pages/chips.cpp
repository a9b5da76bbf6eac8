#include "service/pages/chips.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "search/single_treatments.hpp"
#include "service/pages/opening_words.hpp"
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
                                                     {"family", {}},
                                                     {"without", {}},
                                                     {"near-me", {"lat", "lon"}},
                                                     {"radius", {"radius_km"}},
                                                     {"open", {"open"}},
                                                     {"price", {"price_max", "currency"}},
                                                     {"language", {"language"}},
                                                     {"evidence", {"evidence"}},
                                                     {"insured", {}},
                                                     {"wheelchair", {"wheelchair"}},
                                                     {"sort", {"sort"}}};
  return kTable;
}

bool says(const Piece& piece, std::string_view meaning) {
  return piece.meaning == meaning || (meaning == "place" && piece.meaning == "near") ||
         (meaning == "without" && piece.meaning == "not");
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

void add_place(json& chips, const Parameters& parameters, const Understood& understood) {
  if (!given(parameters, "bbox").empty()) {
    chips.push_back(chip("in the area of the map", without(parameters, {"bbox"})));
  } else if (understood.place) {
    chips.push_back(chip("near " + place_words(*understood.place), without_meaning(parameters, understood, "place")));
  }
}

/// "botulinum toxin or dermal filler"; a generic word stands for its treatments.
std::string unwanted_words(const Understood& understood, const Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const auto& piece : understood.pieces) {
    if (piece.meaning != "without") continue;
    if (const auto* family = catalogue.find(FamilyId{piece.value})) {
      names.push_back(within_sentence(std::string{name_of(family->names)}));
    } else if (const auto* treatment = catalogue.find(TreatmentId{piece.value})) {
      names.push_back(within_sentence(std::string{name_of(treatment->names)}));
    } else if (const auto* kind = catalogue.find(KindId{piece.value})) {
      names.push_back(within_sentence(std::string{name_of(kind->names)}));
    }
  }
  return listed(names);
}

std::string_view order_words(Sort sort) {
  switch (sort) {
    case Sort::distance:
      return "nearest first";
    case Sort::price:
      return "lowest price first";
    case Sort::rating:
      return "highest rating first";
    default:
      return "by name";
  }
}

/// Whether words of the question say it; the form says otherwise by itself.
bool is_said(const Understood& understood, std::string_view meaning) {
  return std::ranges::find(understood.pieces, meaning, &Piece::meaning) != understood.pieces.end();
}

template <class Add>
void add_conditions(const Add& add, const Parameters& parameters, const Understood& understood) {
  if (understood.needs_position) add("near you, wherever that is", "near-me");
  const bool says_radius = is_said(understood, "radius") || !given(parameters, "radius_km").empty();
  if (says_radius && understood.radius) add("within " + distance_words(*understood.radius), "radius");
  if (understood.open_at) add(understood.open_now ? "open now" : "open then", "open");
  if (understood.open_on) add(opening_words(understood.open_words, *understood.open_on), "open");
  if (understood.only_confirmed) add("evidence confirmed", "evidence");
  if (understood.only_insured) add("says it is insured", "insured");
  if (understood.only_wheelchair) add("wheelchair access", "wheelchair");
  if (!understood.languages.empty()) add(speaks_words(understood.languages), "language");
  if (understood.price.is_limited()) add(price_words(understood.price), "price");
  if (is_said(understood, "sort") && given(parameters, "sort").empty())
    add(std::string{order_words(understood.sort)}, "sort");
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
  for (const auto& [id, name] : named(single_treatments(understood, catalogue), catalogue))
    names.push_back(within_sentence(name));
  for (const auto& [id, name] : named(understood.families, catalogue)) names.push_back(within_sentence(name));
  for (const auto& [id, name] : named(understood.concerns, catalogue)) names.push_back(within_sentence(name));
  for (const auto& [id, name] : named(understood.kinds, catalogue)) names.push_back(within_sentence(name));
  if (!understood.text.empty()) names.push_back(fmt::format("“{}”", understood.text));
  return listed(names);
}

json chips_view(const Parameters& parameters, const Understood& understood, const Catalogue& catalogue) {
  auto chips = json::array();
  const auto add = [&](std::string words, std::string_view meaning) {
    chips.push_back(chip(std::move(words), without_meaning(parameters, understood, meaning)));
  };
  add_entries(chips, parameters, understood, "treatment", named(single_treatments(understood, catalogue), catalogue));
  add_entries(chips, parameters, understood, "family", named(understood.families, catalogue));
  add_entries(chips, parameters, understood, "concern", named(understood.concerns, catalogue));
  add_entries(chips, parameters, understood, "kind", named(understood.kinds, catalogue));
  if (const auto unwanted = unwanted_words(understood, catalogue); !unwanted.empty()) add("not " + unwanted, "without");
  if (!understood.text.empty()) add(fmt::format("“{}”", understood.text), "text");
  add_place(chips, parameters, understood);
  add_conditions(add, parameters, understood);
  return chips;
}

}  // namespace nearme
