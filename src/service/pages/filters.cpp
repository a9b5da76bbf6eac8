#include "service/pages/filters.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// The controls of the form; everything else of the question goes along hidden.
constexpr std::array<std::string_view, 7> kControls{"open", "evidence",  "wheelchair", "language",
                                                    "kind", "radius_km", "sort"};

/// What a new question in the box does not inherit: it says these things itself.
constexpr std::array<std::string_view, 11> kSaidByTheBox{"q",    "near",   "treatment", "concern", "kind",     "text",
                                                         "bbox", "cursor", "shown",     "part",    "radius_km"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSorts{{{"", "Best match"},
                                                                               {"distance", "Nearest first"},
                                                                               {"price", "Lowest price first"},
                                                                               {"rating", "Highest rating first"},
                                                                               {"name", "By name"}}};

constexpr std::array<std::string_view, 6> kRadii{"2", "5", "10", "25", "50", "100"};

json field(std::string_view name, std::string_view value) { return {{"field", name}, {"value", value}}; }

json option(std::string_view value, std::string_view words, std::string_view chosen) {
  return {{"value", value}, {"words", words}, {"chosen", value == chosen}};
}

json sort_options(std::string_view chosen) {
  auto options = json::array();
  for (const auto& [value, words] : kSorts) options.push_back(option(value, words, chosen));
  return options;
}

/// The first one is what holds when nothing is chosen: the radius that the question implies, or none.
json radius_options(std::string_view chosen, std::optional<Metres> implied) {
  const bool is_implied = chosen.empty() && implied;
  const auto first = is_implied ? fmt::format("Within {}", distance_words(*implied)) : "Any distance";
  auto options = json::array({option("", first, chosen)});
  for (const auto radius : kRadii) options.push_back(option(radius, fmt::format("Within {} km", radius), chosen));
  if (!chosen.empty() && std::ranges::find(kRadii, chosen) == kRadii.end())
    options.push_back(option(chosen, fmt::format("Within {} km", chosen), chosen));
  return options;
}

const std::vector<FacetCount>& counts_of(const SearchAnswer& answer, Facet facet) {
  static const std::vector<FacetCount> kNone;
  for (const auto& [known, counts] : answer.facets) {
    if (known == facet) return counts;
  }
  return kNone;
}

/// "Any language", then the facet's values with their counts, then the chosen one where the facet lacks it.
template <class Words>
json facet_options(const std::vector<FacetCount>& counts, std::string_view any, std::string_view chosen, Words words) {
  auto options = json::array({option("", any, chosen)});
  bool met = chosen.empty();
  for (const auto& [id, count] : counts) {
    options.push_back(option(id, fmt::format("{} ({})", words(id), count), chosen));
    met = met || id == chosen;
  }
  if (!met) options.push_back(option(chosen, words(std::string{chosen}), chosen));
  return options.size() > 1 ? options : json::array();
}

std::string kind_name(const std::string& id, const Catalogue& catalogue) {
  const auto* kind = catalogue.find(KindId{id});
  return kind == nullptr ? id : std::string{name_of(kind->names)};
}

template <class Names>
json fields_except(const Parameters& parameters, const Names& names) {
  auto fields = json::array();
  for (const auto& [name, value] : without(parameters, {})) {
    if (!value.empty() && std::ranges::find(names, name) == names.end()) fields.push_back(field(name, value));
  }
  return fields;
}

}  // namespace

json filters_view(const Parameters& parameters, const SearchAnswer& answer, const Catalogue& catalogue) {
  const auto chosen = [&](std::string_view name) { return given(parameters, name); };
  const auto kind_words = [&](const std::string& id) { return kind_name(id, catalogue); };
  return {{"hidden", fields_except(parameters, kControls)},
          {"open_ticked", chosen("open") == "now"},
          {"evidence_ticked", chosen("evidence") == "confirmed"},
          {"wheelchair_ticked", chosen("wheelchair") == "yes"},
          {"sorts", sort_options(chosen("sort"))},
          {"radii", radius_options(chosen("radius_km"), answer.understood.radius)},
          {"languages",
           facet_options(counts_of(answer, Facet::language), "Any language", chosen("language"), language_words)},
          {"kinds", facet_options(counts_of(answer, Facet::kind), "Any kind of place", chosen("kind"), kind_words)}};
}

json kept_fields(const Parameters& parameters) { return fields_except(parameters, kSaidByTheBox); }

}  // namespace nearme
