#include "search/request_from_parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <ranges>
#include <set>
#include <span>

#include <fmt/ranges.h>

#include "catalogue/catalogue.hpp"
#include "search/parameter_values.hpp"

namespace nearme {
namespace {

/// What the readers of single values need to know and fill in.
struct Reading {
  SearchRequest request;
  std::size_t most_results;
  const Catalogue& catalogue;
  std::optional<double> lat = {};
  std::optional<double> lon = {};
};

constexpr std::array<std::pair<std::string_view, Sort>, 5> kSorts{{{"best", Sort::best},
                                                                   {"distance", Sort::distance},
                                                                   {"price", Sort::price},
                                                                   {"rating", Sort::rating},
                                                                   {"name", Sort::name}}};

constexpr std::array<std::pair<std::string_view, Facet>, 5> kFacets{{{"treatment", Facet::treatment},
                                                                     {"kind", Facet::kind},
                                                                     {"language", Facet::language},
                                                                     {"wheelchair", Facet::wheelchair},
                                                                     {"evidence", Facet::evidence}}};

constexpr std::array<std::pair<std::string_view, AnswerFormat>, 2> kFormats{
    {{"json", AnswerFormat::json}, {"geojson", AnswerFormat::geojson}}};

constexpr std::array<std::pair<std::string_view, bool>, 2> kSwitch{{{"1", true}, {"0", false}}};
constexpr std::array<std::pair<std::string_view, bool>, 1> kOnlyConfirmed{{{"confirmed", true}}};
constexpr std::array<std::pair<std::string_view, bool>, 1> kOnlyYes{{{"yes", true}}};

/// What a list asks for and, behind a minus, what it does not want.
template <class Value>
struct Wanted {
  std::vector<Value>& any_of;
  std::vector<Value>* none_of;  ///< nothing can be unwanted without it
};

/// Reads a list split at commas; `read_item` makes a value of each item, or says what is wrong with it.
template <class Value, class ReadItem>
Result<void> read_list(std::string_view name, std::string_view text, Wanted<Value> wanted, const ReadItem& read_item) {
  for (const auto& item : split_at_commas(text)) {
    const bool is_unwanted = wanted.none_of != nullptr && item.starts_with('-');
    TRY(auto value, read_item(name, std::string_view{item}.substr(is_unwanted ? 1 : 0)));
    (is_unwanted ? *wanted.none_of : wanted.any_of).push_back(std::move(value));
  }
  return {};
}

/// Ids that the catalogue has.
template <class EntryId>
Result<void> read_ids(Reading& reading, std::string_view name, std::string_view text, Wanted<EntryId> wanted) {
  return read_list(name, text, wanted, [&](std::string_view, std::string_view item) -> Result<EntryId> {
    EntryId id{std::string{item}};
    if (reading.catalogue.find(id) != nullptr) return id;
    return fail_parameter(std::string{name}, "{}: the catalogue has no {} '{}'", name, name.substr(name.find('_') + 1),
                          item);
  });
}

Result<void> read_bbox(Reading& reading, std::string_view text) {
  const auto items = split_at_commas(text);
  if (items.size() != 4) return fail_parameter("bbox", "bbox: '{}' is not four numbers west,south,east,north", text);
  std::array<double, 4> edges{};
  for (std::size_t i = 0; i < 4; ++i) {
    TRY(edges[i], number_from("bbox", items[i]));
  }
  TRY(reading.request.box, GeoBox::make(edges));
  return {};
}

Result<void> read_radius(Reading& reading, std::string_view text) {
  TRY(const double kilometres, number_from("radius_km", text));
  if (kilometres <= 0 || kilometres > SearchLimits::kMostRadiusKilometres) {
    return fail_parameter("radius_km", "radius_km: {} is not greater than 0 and at most {}", text,
                          SearchLimits::kMostRadiusKilometres);
  }
  reading.request.radius = Metres::from_kilometres(kilometres);
  return {};
}

Result<std::size_t> limit_from(std::string_view text, std::size_t most = SearchLimits::kMostResults) {
  std::size_t limit = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (failure != std::errc{} || stop != text.data() + text.size() || limit < 1 || limit > most) {
    return fail_parameter("limit", "limit: '{}' is not a whole number from 1 to {}", text, most);
  }
  return limit;
}

Result<void> read_open(Reading& reading, std::string_view text) {
  reading.request.open_now = text == "now";
  if (reading.request.open_now) {
    reading.request.open_at = reading.request.now;
    return {};
  }
  const auto moment = parse_instant(text);
  if (!moment) return fail_parameter("open", "open: '{}' is neither now nor a time such as 2026-11-22T18:00:00Z", text);
  reading.request.open_at = *moment;
  return {};
}

Result<void> read_price_max(Reading& reading, std::string_view text) {
  TRY(const double price, number_from("price_max", text));
  if (price < 0 || price > 1e9)
    return fail_parameter("price_max", "price_max: {} is not between 0 and 1000000000", text);
  reading.request.price_max_hundredths = std::llround(price * 100);
  return {};
}

Result<void> read_currency(Reading& reading, std::string_view text) {
  if (!is_of_capitals(text, 3))
    return fail_parameter("currency", "currency: '{}' is not an ISO 4217 code such as GBP", text);
  reading.request.currency = text;
  return {};
}

Result<void> read_facets(Reading& reading, std::string_view text) {
  for (const auto& item : split_at_commas(text)) {
    TRY(const auto facet, choice_from("facets", item, kFacets));
    if (std::ranges::find(reading.request.facets, facet) == reading.request.facets.end()) {
      reading.request.facets.push_back(facet);
    }
  }
  return {};
}

Result<void> read_degrees(std::optional<double>& degrees, std::string_view name, std::string_view text) {
  TRY(degrees, number_from(name, text));
  return {};
}

/// Assigns a value that was read, or hands its error on.
template <class Value, class Target>
Result<void> assign(Target& target, Result<Value> value) {
  if (!value) return std::unexpected(std::move(value.error()));
  target = *std::move(value);
  return {};
}

using ReadValue = Result<void> (*)(Reading&, std::string_view);

using Reader = std::pair<std::string_view, ReadValue>;

/// The parameters that say which sites are asked for, and how many of them, by name.
constexpr auto kQuestionReaders = std::to_array<Reader>({
    {"q",
     [](Reading& r, std::string_view v) { return assign(r.request.q, text_from("q", v, SearchLimits::kLongestText)); }},
    {"lat", [](Reading& r, std::string_view v) { return read_degrees(r.lat, "lat", v); }},
    {"lon", [](Reading& r, std::string_view v) { return read_degrees(r.lon, "lon", v); }},
    {"near",
     [](Reading& r, std::string_view v) {
       return assign(r.request.near, text_from("near", v, SearchLimits::kLongestText));
     }},
    {"bbox", read_bbox},
    {"radius_km", read_radius},
    {"treatment",
     [](Reading& r, std::string_view v) {
       return read_ids<TreatmentId>(r, "treatment", v, {r.request.treatments, &r.request.without_treatments});
     }},
    {"with_treatment",
     [](Reading& r, std::string_view v) {
       return read_ids<TreatmentId>(r, "with_treatment", v, {r.request.with_treatments, nullptr});
     }},
    {"concern", [](Reading& r,
                   std::string_view v) { return read_ids<ConcernId>(r, "concern", v, {r.request.concerns, nullptr}); }},
    {"kind",
     [](Reading& r, std::string_view v) {
       return read_ids<KindId>(r, "kind", v, {r.request.kinds, &r.request.without_kinds});
     }},
    {"country",
     [](Reading& r, std::string_view v) {
       return read_list<std::string>("country", v, {r.request.countries, &r.request.without_countries}, country_from);
     }},
    {"open", read_open},
    {"evidence",
     [](Reading& r, std::string_view v) {
       return assign(r.request.only_confirmed, choice_from("evidence", v, kOnlyConfirmed));
     }},
    {"language",
     [](Reading& r, std::string_view v) {
       return read_list<std::string>("language", v, {r.request.languages, &r.request.without_languages}, language_from);
     }},
    {"wheelchair",
     [](Reading& r, std::string_view v) {
       return assign(r.request.only_wheelchair, choice_from("wheelchair", v, kOnlyYes));
     }},
    {"price_max", read_price_max},
    {"currency", read_currency},
    {"text",
     [](Reading& r,
        std::string_view v) { return assign(r.request.text, text_from("text", v, SearchLimits::kLongestText)); }},
    {"limit", [](Reading& r, std::string_view v) { return assign(r.request.limit, limit_from(v, r.most_results)); }},
});

/// The parameters that say how a list of them is told.
constexpr auto kListReaders = std::to_array<Reader>({
    {"sort", [](Reading& r, std::string_view v) { return assign(r.request.sort, choice_from("sort", v, kSorts)); }},
    {"cursor",
     [](Reading& r, std::string_view v) {
       return assign(r.request.cursor, text_from("cursor", v, SearchLimits::kLongestText));
     }},
    {"facets", read_facets},
    {"explain",
     [](Reading& r, std::string_view v) { return assign(r.request.explain, choice_from("explain", v, kSwitch)); }},
    {"format",
     [](Reading& r, std::string_view v) { return assign(r.request.format, choice_from("format", v, kFormats)); }},
});

std::unexpected<Error> unknown_parameter(const std::string& name, const std::vector<std::string_view>& known) {
  return fail_parameter(name, "there is no parameter '{}'; there are {}", name, fmt::join(known, ", "));
}

Result<void> check_not_repeated(std::set<std::string>& seen, const std::string& name) {
  if (seen.insert(name).second) return {};
  return fail_parameter(name, "the parameter '{}' stands twice", name);
}

/// Half a position is none.
Result<std::optional<LatLon>> position_from(std::optional<double> lat, std::optional<double> lon) {
  if (!lat && !lon) return std::nullopt;
  if (!lat) return fail_parameter("lat", "lon is given without lat");
  if (!lon) return fail_parameter("lon", "lat is given without lon");
  auto position = LatLon::make({.lat = *lat, .lon = *lon});
  if (!position) {
    position.error().parameter = std::abs(*lat) <= 90 ? "lon" : "lat";
    return std::unexpected(std::move(position.error()));
  }
  return *position;
}

/// Reads every parameter with the reader of its name.
Result<SearchRequest> read_request(const Parameters& parameters, Reading reading,
                                   std::span<const std::span<const Reader>> readers) {
  const auto known = std::views::join(readers);
  std::set<std::string> seen;
  for (const auto& [name, value] : parameters) {
    const auto reader = std::ranges::find(known, name, &Reader::first);
    if (reader == known.end()) {
      std::vector<std::string_view> names;
      for (const auto& each : known) names.push_back(each.first);
      return unknown_parameter(name, names);
    }
    TRY_VOID(check_not_repeated(seen, name));
    if (!value.empty()) TRY_VOID((*reader).second(reading, value));
  }
  TRY(reading.request.at, position_from(reading.lat, reading.lon));
  if (reading.request.box && (reading.request.radius || !reading.request.near.empty())) {
    return fail_parameter("bbox", "bbox says where to look already; leave out radius_km and near");
  }
  return std::move(reading.request);
}

}  // namespace

std::string_view to_string(Sort sort) {
  return std::ranges::find(kSorts, sort, &std::pair<std::string_view, Sort>::second)->first;
}

Result<SearchRequest> search_request_from(const Parameters& parameters, const Catalogue& catalogue, Instant now) {
  Reading reading{.request = {.now = now}, .most_results = SearchLimits::kMostResults, .catalogue = catalogue};
  const std::array<std::span<const Reader>, 2> readers{kQuestionReaders, kListReaders};
  return read_request(parameters, std::move(reading), readers);
}

Result<SearchRequest> points_request_from(const Parameters& parameters, const Catalogue& catalogue, Instant now) {
  Reading reading{.request = {.limit = SearchLimits::kUsualPoints, .now = now},
                  .most_results = SearchLimits::kMostPoints,
                  .catalogue = catalogue};
  const std::array<std::span<const Reader>, 1> readers{kQuestionReaders};
  return read_request(parameters, std::move(reading), readers);
}

Result<SuggestRequest> suggest_request_from(const Parameters& parameters) {
  SuggestRequest request;
  std::optional<double> lat;
  std::optional<double> lon;
  std::set<std::string> seen;
  for (const auto& [name, value] : parameters) {
    TRY_VOID(check_not_repeated(seen, name));
    if (name == "q") {
      TRY(request.q, text_from(name, value, SearchLimits::kLongestText));
    } else if (name == "lat") {
      TRY(lat, number_from(name, value));
    } else if (name == "lon") {
      TRY(lon, number_from(name, value));
    } else if (name == "limit") {
      TRY(request.limit, limit_from(value));
    } else if (name == "lang") {
      TRY(request.language, language_from(name, value));
    } else {
      return unknown_parameter(name, {"q", "lat", "lon", "limit", "lang"});
    }
  }
  TRY(request.at, position_from(lat, lon));
  return request;
}

}  // namespace nearme
