#include "service/pages/chips.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "search/single_treatments.hpp"
#include "service/pages/chosen_time.hpp"
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
                                                     {"open", {"open", "open_at"}},
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
std::vector<std::pair<std::string, std::string>> named(const std::vector<EntryId>& ids, const CardSetting& setting) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& id : ids) {
    const auto* entry = setting.catalogue.find(id);
    entries.emplace_back(id.text(),
                         entry == nullptr ? id.text() : std::string{name_of(entry->names, setting.language.tag())});
  }
  return entries;
}

void add_place(json& chips, const Parameters& parameters, const Understood& understood, const Language& language) {
  if (!given(parameters, "bbox").empty()) {
    chips.push_back(chip(language.say("chip.area"), without(parameters, {"bbox"})));
  } else if (understood.place) {
    const auto words = language.say("chip.near", {{"place", place_words(language, *understood.place)}});
    chips.push_back(chip(words, without_meaning(parameters, understood, "place")));
  }
}

/// "botulinum toxin or dermal filler"; a generic word stands for its treatments.
std::string unwanted_words(const Understood& understood, const CardSetting& setting) {
  const auto& catalogue = setting.catalogue;
  const auto& language = setting.language;
  std::vector<std::string> names;
  const auto add = [&](const auto* entry) {
    if (entry != nullptr)
      names.push_back(within_sentence(language, std::string{name_of(entry->names, language.tag())}));
  };
  for (const auto& piece : understood.pieces) {
    if (piece.meaning != "without") continue;
    const auto* family = catalogue.find(FamilyId{piece.value});
    const auto* treatment = catalogue.find(TreatmentId{piece.value});
    add(family);
    if (family == nullptr) add(treatment);
    if (family == nullptr && treatment == nullptr) add(catalogue.find(KindId{piece.value}));
  }
  return listed(language, names);
}

std::string_view order_key(Sort sort) {
  switch (sort) {
    case Sort::distance:
      return "sort.distance";
    case Sort::price:
      return "sort.price";
    case Sort::rating:
      return "sort.rating";
    default:
      return "sort.name";
  }
}

/// Whether words of the question say it; the form says otherwise by itself.
bool is_said(const Understood& understood, std::string_view meaning) {
  return std::ranges::find(understood.pieces, meaning, &Piece::meaning) != understood.pieces.end();
}

std::string radius_words(const Understood& understood, const Language& language) {
  const auto country = understood.place ? understood.place->country : std::string{};
  return language.say("chip.within", {{"distance", distance_words(language, *understood.radius, country)}});
}

/// The chosen time by the clock of the place, where the filters said it.
std::string moment_words(const Parameters& parameters, const Understood& understood, const Language& language) {
  if (understood.open_now) return language.say("chip.open-now");
  const auto chosen = read_chosen_time(given(parameters, "open_at"));
  return chosen ? chosen_time_words(language, *chosen) : language.say("chip.open-then");
}

template <class Add>
void add_conditions(const Add& add, const Parameters& parameters, const Understood& understood,
                    const Language& language) {
  if (understood.needs_position) add(language.say("chip.near-me"), "near-me");
  const bool says_radius = is_said(understood, "radius") || !given(parameters, "radius_km").empty();
  if (says_radius && understood.radius) add(radius_words(understood, language), "radius");
  if (understood.open_at) add(moment_words(parameters, understood, language), "open");
  if (understood.open_on) add(opening_words(language, understood.open_words, *understood.open_on), "open");
  if (understood.only_confirmed) add(language.say("chip.evidence"), "evidence");
  if (understood.only_insured) add(language.say("chip.insured"), "insured");
  if (understood.only_wheelchair) add(language.say("wheelchair.yes"), "wheelchair");
  if (!understood.languages.empty()) add(speaks_words(language, understood.languages), "language");
  if (understood.price.is_limited()) add(price_words(language, understood.price), "price");
  if (is_said(understood, "sort") && given(parameters, "sort").empty())
    add(language.say(order_key(understood.sort)), "sort");
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

std::string place_words(const Language& language, const AskedPlace& place) {
  if (place.slug.empty() && (place.name.empty() || place.name == "position")) return language.say("place.yours");
  if (place.region.empty() || place.region == place.name) return place.name;
  return fmt::format("{}, {}", place.name, place.region);
}

std::string asked_words(const Understood& understood, const CardSetting& setting) {
  const auto& language = setting.language;
  std::vector<std::string> names;
  const auto add = [&](const auto& ids) {
    for (const auto& [id, name] : named(ids, setting)) names.push_back(within_sentence(language, name));
  };
  add(single_treatments(understood, setting.catalogue));
  add(understood.families);
  add(understood.concerns);
  add(understood.kinds);
  if (!understood.text.empty()) names.push_back(language.say("quantity.quoted", {{"text", understood.text}}));
  return listed(language, names);
}

json chips_view(const Parameters& parameters, const Understood& understood, const CardSetting& setting) {
  const auto& language = setting.language;
  auto chips = json::array();
  const auto add = [&](std::string words, std::string_view meaning) {
    chips.push_back(chip(std::move(words), without_meaning(parameters, understood, meaning)));
  };
  const auto single = single_treatments(understood, setting.catalogue);
  add_entries(chips, parameters, understood, "treatment", named(single, setting));
  add_entries(chips, parameters, understood, "family", named(understood.families, setting));
  add_entries(chips, parameters, understood, "concern", named(understood.concerns, setting));
  add_entries(chips, parameters, understood, "kind", named(understood.kinds, setting));
  if (const auto unwanted = unwanted_words(understood, setting); !unwanted.empty())
    add(language.say("chip.not", {{"what", unwanted}}), "without");
  if (!understood.text.empty()) add(language.say("quantity.quoted", {{"text", understood.text}}), "text");
  add_place(chips, parameters, understood, language);
  add_conditions(add, parameters, understood, language);
  return chips;
}

}  // namespace nearme
