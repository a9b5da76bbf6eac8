#include "service/pages/filters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/json.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// The controls of the form; everything else of the question goes along hidden.
constexpr std::array<std::string_view, 10> kControls{"open", "open_at",   "evidence",  "wheelchair", "language",
                                                     "kind", "radius_km", "price_max", "currency",   "sort"};

/// What a new question in the box does not inherit: it says these things itself.
constexpr std::array<std::string_view, 11> kSaidByTheBox{"q",    "near",   "treatment", "concern", "kind",     "text",
                                                         "bbox", "cursor", "shown",     "part",    "radius_km"};

/// Those of them that are folded away while none of them is chosen.
constexpr std::array<std::string_view, 5> kFolded{"open_at", "wheelchair", "language", "kind", "price_max"};

constexpr std::array kSorts{Sort::best, Sort::distance, Sort::price, Sort::rating, Sort::name};

json field(std::string_view name, std::string_view value) { return {{"field", name}, {"value", value}}; }

json option(std::string_view value, std::string_view words, std::string_view chosen) {
  return {{"value", value}, {"words", words}, {"chosen", value == chosen}};
}

std::string count_words(const ChoiceCount& counted, const Language& language) {
  return language.formats().number(static_cast<double>(counted.count)) + (counted.is_exact ? "" : "+");
}

/// Where the words of the question ask for an order, "best" has to be said.
json sort_options(std::string_view chosen, Sort understood, const Language& language) {
  const std::string now{chosen.empty() ? to_string(understood) : chosen};
  auto options = json::array();
  for (const auto sort : kSorts) {
    const std::string name{to_string(sort)};
    const bool goes_without_saying = sort == Sort::best && (understood == Sort::best || !chosen.empty());
    const auto words = language.say("sort." + name);
    options.push_back(
        {{"value", goes_without_saying ? std::string{} : name}, {"words", words}, {"chosen", name == now}});
  }
  return options;
}

/// What holds when nothing is chosen, then the choices that leave anything, with how many they leave; the chosen one is
/// always among them.
template <class Words>
json options_of(const std::vector<ChoiceCount>& counts, std::string_view chosen, const Language& language,
                const Words& words) {
  auto options = json::array();
  bool met = chosen.empty();
  for (const auto& each : counts) {
    if (each.count == 0 && each.choice != chosen) continue;
    options.push_back(
        option(each.choice, fmt::format("{} ({})", words(each.choice), count_words(each, language)), chosen));
    met = met || each.choice == chosen;
  }
  if (!met) options.push_back(option(chosen, words(std::string{chosen}), chosen));
  return options;
}

json with_first(std::string words, std::string_view chosen, json options) {
  if (!options.empty()) options.insert(options.begin(), option("", words, chosen));
  return options;
}

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The first one is what holds when nothing is chosen: the radius that the question implies, or none.
json radius_options(std::string_view chosen, const Understood& understood, const FilterCounts& counts,
                    const Language& language) {
  const auto country = understood.place ? understood.place->country : std::string{};
  const auto within = [&](Metres radius) {
    return language.say("filter.within", {{"distance", distance_words(language, radius, country)}});
  };
  const auto words = [&](const std::string& radius) { return within(Metres{number_of(radius) * 1000}); };
  const bool is_implied = chosen.empty() && understood.radius;
  const auto first = is_implied ? within(*understood.radius) : language.say("filter.anywhere");
  return with_first(first, chosen, options_of(counts.radii, chosen, language, words));
}

json price_options(std::string_view chosen, std::string_view currency, const FilterCounts& counts,
                   const Language& language) {
  const auto words = [&](const std::string& amount) {
    const Money money{.hundredths = std::llround(number_of(amount) * 100), .currency = std::string{currency}};
    return language.say("price.up-to", {{"price", money_words(language, money)}});
  };
  return with_first(language.say("filter.any-price"), chosen, options_of(counts.prices, chosen, language, words));
}

std::string kind_name(const std::string& id, const CardSetting& setting) {
  const auto* kind = setting.catalogue.find(KindId{id});
  return kind == nullptr ? id : std::string{name_of(kind->names, setting.language.tag())};
}

json switch_view(bool is_on, const ChoiceCount& counted, const Language& language) {
  return {{"ticked", is_on}, {"count", count_words(counted, language)}};
}

template <class Names>
json fields_except(const Parameters& parameters, const Names& names) {
  auto fields = json::array();
  for (const auto& [name, value] : without(parameters, {})) {
    if (!value.empty() && std::ranges::find(names, name) == names.end()) fields.push_back(field(name, value));
  }
  return fields;
}

/// How many of the folded filters are chosen; false for none, so that they stay folded.
json chosen_of_folded(const Parameters& parameters, const Language& language) {
  const auto count = std::ranges::count_if(kFolded, [&](auto name) { return !given(parameters, name).empty(); });
  if (count == 0) return false;
  const auto words = language.count("filter.chosen", static_cast<std::uint64_t>(count));
  return {{"count", language.formats().number(static_cast<double>(count))}, {"words", words}};
}

}  // namespace

json filters_view(const Parameters& parameters, const Understood& understood, const FilterCounts& counts,
                  const CardSetting& setting) {
  const auto& language = setting.language;
  const auto chosen = [&](std::string_view name) { return given(parameters, name); };
  const auto kind_words = [&](const std::string& id) { return kind_name(id, setting); };
  const auto spoken_words = [&](const std::string& id) { return language_words(language, id); };
  const std::string currency{chosen("price_max").empty() ? std::string_view{counts.currency} : chosen("currency")};
  const auto kinds = options_of(counts.kinds, chosen("kind"), language, kind_words);
  const auto languages = options_of(counts.languages, chosen("language"), language, spoken_words);
  return {{"hidden", fields_except(parameters, kControls)},
          {"more", chosen_of_folded(parameters, language)},
          {"open", switch_view(chosen("open") == "now", counts.open_now, language)},
          {"open_at", chosen("open_at")},
          {"evidence", switch_view(chosen("evidence") == "confirmed", counts.confirmed, language)},
          {"wheelchair", switch_view(chosen("wheelchair") == "yes", counts.wheelchair, language)},
          {"sorts", sort_options(chosen("sort"), understood.sort, language)},
          {"radii", radius_options(chosen("radius_km"), understood, counts, language)},
          {"prices", price_options(chosen("price_max"), currency, counts, language)},
          {"currency", currency},
          {"languages", with_first(language.say("filter.any-language"), chosen("language"), languages)},
          {"kinds", with_first(language.say("filter.any-kind"), chosen("kind"), kinds)}};
}

json kept_fields(const Parameters& parameters) { return fields_except(parameters, kSaidByTheBox); }

}  // namespace nearme
