#include "search/request_from_parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <set>

#include <fmt/ranges.h>

#include "catalogue/catalogue.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// What the readers of single values need to know and fill in.
struct Reading {
  SearchRequest request;
  std::optional<double> lat;
  std::optional<double> lon;
  const Catalogue& catalogue;
};

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto comma = text.find(',');
    if (const auto item = text.substr(0, comma); !item.empty()) items.emplace_back(item);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
  }
  return items;
}

Result<double> number_from(std::string_view name, std::string_view text) {
  double number = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || stop != text.data() + text.size() || !std::isfinite(number)) {
    return fail_parameter(std::string{name}, "{}: '{}' is not a number", name, text);
  }
  return number;
}

Result<std::string> text_from(std::string_view name, std::string_view text) {
  if (text.size() > SearchLimits::kLongestText) {
    return fail_parameter(std::string{name}, "{} is {} bytes long; at most {} are read", name, text.size(),
                          SearchLimits::kLongestText);
  }
  if (!is_valid_utf8(text)) return fail_parameter(std::string{name}, "{} is not valid UTF-8", name);
  return std::string{text};
}

/// One of a few words, each with its meaning.
template <class Value, std::size_t Count>
Result<Value> choice_from(std::string_view name, std::string_view text,
                          const std::array<std::pair<std::string_view, Value>, Count>& choices) {
  const auto found = std::ranges::find(choices, text, &std::pair<std::string_view, Value>::first);
  if (found != choices.end()) return found->second;
  std::vector<std::string_view> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  return fail_parameter(std::string{name}, "{}: '{}' is none of {}", name, text, fmt::join(words, ", "));
}

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

/// Ids that the catalogue has, from a list split at commas.
template <class EntryId>
Result<std::vector<EntryId>> ids_from(std::string_view name, std::string_view text, const Catalogue& catalogue) {
  std::vector<EntryId> ids;
  for (const auto& item : split_at_commas(text)) {
    EntryId id{item};
    if (catalogue.find(id) == nullptr) {
      return fail_parameter(std::string{name}, "{}: the catalogue has no {} '{}'", name, name, item);
    }
    ids.push_back(std::move(id));
  }
  return ids;
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

Result<std::size_t> limit_from(std::string_view text) {
  std::size_t limit = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (failure != std::errc{} || stop != text.data() + text.size() || limit < 1 || limit > SearchLimits::kMostResults) {
    return fail_parameter("limit", "limit: '{}' is not a whole number from 1 to {}", text, SearchLimits::kMostResults);
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
  const bool is_code = text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_code) return fail_parameter("currency", "currency: '{}' is not an ISO 4217 code such as GBP", text);
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

/// Every parameter of a search, by name.
constexpr std::array<std::pair<std::string_view, ReadValue>, 22> kReaders{{
    {"q", [](Reading& r, std::string_view v) { return assign(r.request.q, text_from("q", v)); }},
    {"lat", [](Reading& r, std::string_view v) { return read_degrees(r.lat, "lat", v); }},
    {"lon", [](Reading& r, std::string_view v) { return read_degrees(r.lon, "lon", v); }},
    {"near", [](Reading& r, std::string_view v) { return assign(r.request.near, text_from("near", v)); }},
    {"bbox", read_bbox},
    {"radius_km", read_radius},
    {"treatment",
     [](Reading& r, std::string_view v) {
       return assign(r.request.treatments, ids_from<TreatmentId>("treatment", v, r.catalogue));
     }},
    {"concern",
     [](Reading& r, std::string_view v) {
       return assign(r.request.concerns, ids_from<ConcernId>("concern", v, r.catalogue));
     }},
    {"kind",
     [](Reading& r, std::string_view v) { return assign(r.request.kinds, ids_from<KindId>("kind", v, r.catalogue)); }},
    {"open", read_open},
    {"evidence",
     [](Reading& r, std::string_view v) {
       return assign(r.request.only_confirmed, choice_from("evidence", v, kOnlyConfirmed));
     }},
    {"language",
     [](Reading& r, std::string_view v) -> Result<void> {
       r.request.languages = split_at_commas(v);
       return {};
     }},
    {"wheelchair",
     [](Reading& r, std::string_view v) {
       return assign(r.request.only_wheelchair, choice_from("wheelchair", v, kOnlyYes));
     }},
    {"price_max", read_price_max},
    {"currency", read_currency},
    {"text", [](Reading& r, std::string_view v) { return assign(r.request.text, text_from("text", v)); }},
    {"sort", [](Reading& r, std::string_view v) { return assign(r.request.sort, choice_from("sort", v, kSorts)); }},
    {"limit", [](Reading& r, std::string_view v) { return assign(r.request.limit, limit_from(v)); }},
    {"cursor", [](Reading& r, std::string_view v) { return assign(r.request.cursor, text_from("cursor", v)); }},
    {"facets", read_facets},
    {"explain",
     [](Reading& r, std::string_view v) { return assign(r.request.explain, choice_from("explain", v, kSwitch)); }},
    {"format",
     [](Reading& r, std::string_view v) { return assign(r.request.format, choice_from("format", v, kFormats)); }},
}};

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

}  // namespace

Result<SearchRequest> search_request_from(const Parameters& parameters, const Catalogue& catalogue, Instant now) {
  Reading reading{.request = {.now = now}, .lat = {}, .lon = {}, .catalogue = catalogue};
  std::set<std::string> seen;
  for (const auto& [name, value] : parameters) {
    const auto reader = std::ranges::find(kReaders, name, &std::pair<std::string_view, ReadValue>::first);
    if (reader == kReaders.end()) {
      std::vector<std::string_view> known;
      for (const auto& each : kReaders) known.push_back(each.first);
      return unknown_parameter(name, known);
    }
    TRY_VOID(check_not_repeated(seen, name));
    if (!value.empty()) TRY_VOID(reader->second(reading, value));
  }
  TRY(reading.request.at, position_from(reading.lat, reading.lon));
  if (reading.request.box && (reading.request.radius || !reading.request.near.empty())) {
    return fail_parameter("bbox", "bbox says where to look already; leave out radius_km and near");
  }
  return std::move(reading.request);
}

Result<SuggestRequest> suggest_request_from(const Parameters& parameters) {
  SuggestRequest request;
  std::optional<double> lat;
  std::optional<double> lon;
  std::set<std::string> seen;
  for (const auto& [name, value] : parameters) {
    TRY_VOID(check_not_repeated(seen, name));
    if (name == "q") {
      TRY(request.q, text_from(name, value));
    } else if (name == "lat") {
      TRY(lat, number_from(name, value));
    } else if (name == "lon") {
      TRY(lon, number_from(name, value));
    } else if (name == "limit") {
      TRY(request.limit, limit_from(value));
    } else {
      return unknown_parameter(name, {"q", "lat", "lon", "limit"});
    }
  }
  TRY(request.at, position_from(lat, lon));
  return request;
}

}  // namespace nearme
