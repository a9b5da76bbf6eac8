#include "service/pages/filter_counts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/json.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

constexpr std::size_t kPriceSteps = 4;

/// In kilometres: round ones, and those that are round in miles.
constexpr std::array<const char*, 6> kRadii{"2", "5", "10", "25", "50", "100"};
constexpr std::array<const char*, 6> kRadiiOfMiles{"3.2", "8", "16.1", "40.2", "80.5", "161"};

/// The question without what only a page of results needs.
SearchRequest bare(SearchRequest request) {
  request.counts_alone = true;
  request.cursor.clear();
  request.explain = false;
  request.facets.clear();
  return request;
}

ChoiceCount counted(const Search& search, const SearchRequest& request, std::string choice) {
  const auto answer = search.run(request);
  if (!answer) return {.choice = std::move(choice)};
  return {.choice = std::move(choice), .count = answer->total, .is_exact = answer->total_is_exact};
}

std::vector<ChoiceCount> choices_of(const SearchAnswer& answer, Facet facet) {
  std::vector<ChoiceCount> counts;
  for (const auto& [of, sets] : answer.facets) {
    if (of != facet) continue;
    for (const auto& [id, count] : sets)
      counts.push_back({.choice = id, .count = count, .is_exact = answer.facets_are_exact});
  }
  return counts;
}

/// Kinds and languages: in one pass, where none of them is chosen; a choice does not narrow the choices beside it.
void count_kinds_and_languages(FilterCounts& counts, const Search& search, SearchRequest request) {
  request.facets = {Facet::kind, Facet::language};
  auto of_kinds = request;
  of_kinds.kinds.clear();
  request.languages.clear();
  const auto both = search.run(of_kinds);
  if (!both) return;
  counts.kinds = choices_of(*both, Facet::kind);
  const bool is_one_pass = of_kinds.languages.empty() && request.kinds.empty();
  const auto of_languages = is_one_pass ? both : search.run(request);
  if (of_languages) counts.languages = choices_of(*of_languages, Facet::language);
}

/// The prices of the results in their commonest currency.
std::pair<std::string, std::vector<std::int64_t>> prices_in(const SearchAnswer& answer) {
  std::map<std::string, std::vector<std::int64_t>> prices;
  for (const auto& result : answer.results) {
    const auto fields = nlohmann::json::parse(result.ready_json, nullptr, false);
    for (const auto& offer : part_of(fields, "offers")) {
      if (const auto price = number_of(offer, "price"); price && *price > 0)
        prices[text_of(offer, "currency")].push_back(std::llround(*price * 100));
    }
  }
  const auto commonest = std::ranges::max_element(prices, {}, [](const auto& each) { return each.second.size(); });
  if (commonest == prices.end()) return {};
  return {commonest->first, commonest->second};
}

void count_prices(FilterCounts& counts, const Search& search, SearchRequest request, const SearchAnswer& answer) {
  const auto [currency, prices] = prices_in(answer);
  if (currency.empty()) return;
  counts.currency = currency;
  request.currency = currency;
  for (const auto step : price_steps(prices)) {
    request.price_max_hundredths = step * 100;
    counts.prices.push_back(counted(search, request, std::to_string(step)));
  }
}

void count_radii(FilterCounts& counts, const Search& search, SearchRequest request, const SearchAnswer& answer) {
  if (!answer.understood.place || request.box) return;
  for (const auto* radius : uses_miles(answer.understood.place->country) ? kRadiiOfMiles : kRadii) {
    request.radius = Metres{std::stod(radius) * 1000};
    counts.radii.push_back(counted(search, request, radius));
  }
}

}  // namespace

std::vector<std::int64_t> price_steps(std::vector<std::int64_t> hundredths) {
  if (hundredths.empty()) return {};
  const auto middle = hundredths.begin() + static_cast<std::ptrdiff_t>(hundredths.size() / 2);
  std::ranges::nth_element(hundredths, middle);
  std::vector<std::int64_t> steps;
  for (std::int64_t unit = 1; steps.size() < kPriceSteps; unit *= 10) {
    for (const std::int64_t digit : {1, 2, 5}) {
      const bool reaches_half = digit * unit * 200 >= *middle;
      if (reaches_half && steps.size() < kPriceSteps) steps.push_back(digit * unit);
    }
  }
  return steps;
}

FilterCounts count_filters(const Search& search, const SearchRequest& request, const SearchAnswer& answer) {
  const auto plain = bare(request);
  const auto with = [&](auto change) {
    auto changed = plain;
    change(changed);
    return changed;
  };
  FilterCounts counts;
  const auto open = with([](SearchRequest& r) { r.open_at = r.now, r.open_now = true; });
  counts.open_now = counted(search, open, "now");
  counts.confirmed = counted(search, with([](SearchRequest& r) { r.only_confirmed = true; }), "confirmed");
  counts.wheelchair = counted(search, with([](SearchRequest& r) { r.only_wheelchair = true; }), "yes");
  count_kinds_and_languages(counts, search, plain);
  count_prices(counts, search, plain, answer);
  count_radii(counts, search, plain, answer);
  return counts;
}

}  // namespace nearme
