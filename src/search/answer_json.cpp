#include "search/answer_json.hpp"

#include <cmath>
#include <optional>

#include "base/json.hpp"
#include "base/json_text.hpp"
#include "hours/local_time.hpp"
#include "search/facets.hpp"

namespace nearme {
namespace {

/// A place, a correction, ... as an object of its own.
void write(JsonText& json, const AskedPlace& place) {
  json.open_object();
  json.field("name", place.name);
  json.field("region", place.region);
  json.field("country", place.country);
  json.field("lat", place.position.lat());
  json.field("lon", place.position.lon());
  json.field("slug", place.slug);
  json.field("kind", to_string(place.kind));
  json.close_object();
}

void write(JsonText& json, const Correction& correction) {
  json.open_object();
  json.field("from", correction.from);
  json.field("to", correction.to);
  json.close_object();
}

void write(JsonText& json, const Piece& piece) {
  json.open_object();
  json.field("meaning", piece.meaning);
  json.field("value", piece.value);
  json.field("begin", piece.begin);
  json.field("end", piece.end);
  json.close_object();
}

void write(JsonText& json, const FacetCount& count) {
  json.open_object();
  json.field("id", count.id);
  json.field("count", count.count);
  json.close_object();
}

void write(JsonText& json, const Why& why) {
  json.open_object();
  json.field("score", why.score);
  json.field("nearness", why.nearness);
  json.field("match", why.match);
  json.field("evidence", why.evidence);
  json.field("open", why.open);
  json.field("completeness", why.completeness);
  json.field("rating", why.rating);
  json.close_object();
}

template <class Tag>
void write(JsonText& json, const Id<Tag>& id) {
  json.value(id.text());
}

void write(JsonText& json, const Widened& widened) {
  json.open_object();
  json.field("from_radius_km", widened.from_radius.kilometres());
  json.field("nearest_m", std::llround(widened.nearest.count()));
  json.close_object();
}

void write(JsonText& json, const Hint& hint) {
  json.open_object();
  json.field("message", hint.message);
  json.field("begin", hint.begin);
  json.field("end", hint.end);
  json.close_object();
}

void write(JsonText& json, const std::string& text) { json.value(text); }

std::string clock_of(std::uint16_t minute) {
  constexpr int kHour = 60;
  return fmt::format("{:02}:{:02}", minute / kHour, minute % kHour);
}

void write(JsonText& json, const OpenWindow& window) {
  json.open_object();
  json.field("first", format_date(window.first));
  json.field("last", format_date(window.last));
  json.field("from", clock_of(window.from));
  json.field("to", clock_of(window.to));
  json.close_object();
}

template <class Item>
void write_list(JsonText& json, std::string_view name, const std::vector<Item>& items) {
  json.key(name);
  json.open_array();
  for (const auto& item : items) write(json, item);
  json.close_array();
}

/// The value, or null where there is none.
template <class Value>
void write_optional(JsonText& json, std::string_view name, const std::optional<Value>& value) {
  json.key(name);
  if (value) {
    write(json, *value);
  } else {
    json.null();
  }
}

/// "now", the moment asked for, or the day and time in words.
void write_open(JsonText& json, const Understood& understood) {
  json.key("open");
  if (understood.open_now) return json.value("now");
  if (understood.open_at) return json.value(format_instant(*understood.open_at));
  understood.open_words.empty() ? json.null() : json.value(understood.open_words);
}

void write_price(JsonText& json, const PriceRange& price) {
  constexpr double kHundred = 100;
  json.key("price");
  if (!price.is_limited()) return json.null();
  json.open_object();
  if (price.least_hundredths) json.field("min", static_cast<double>(*price.least_hundredths) / kHundred);
  if (price.most_hundredths) json.field("max", static_cast<double>(*price.most_hundredths) / kHundred);
  if (!price.currency.empty()) json.field("currency", price.currency);
  json.close_object();
}

/// Treatments and kinds that are not wanted, in one list.
void write_without(JsonText& json, const Understood& understood) {
  json.key("without");
  json.open_array();
  for (const auto& id : understood.unwanted_treatments) write(json, id);
  for (const auto& id : understood.unwanted_kinds) write(json, id);
  json.close_array();
}

/// What is asked of the sites themselves.
void write_conditions(JsonText& json, const Understood& understood) {
  json.field("near_me", understood.near_me);
  json.field("needs_position", understood.needs_position);
  write_open(json, understood);
  write_optional(json, "open_on", understood.open_on);
  json.key("evidence");
  json.raw(understood.only_confirmed ? R"("confirmed")" : "null");
  json.field("insured", understood.only_insured);
  json.field("wheelchair", understood.only_wheelchair);
  write_list(json, "languages", understood.languages);
  write_price(json, understood.price);
  json.field("sort", to_string(understood.sort));
  json.key("radius_km");
  understood.radius ? json.value(understood.radius->kilometres()) : json.null();
}

void write(JsonText& json, const Understood& understood) {
  json.open_object();
  write_list(json, "treatments", understood.treatments);
  write_list(json, "families", understood.families);
  write_list(json, "concerns", understood.concerns);
  write_list(json, "kinds", understood.kinds);
  write_without(json, understood);
  json.field("text", understood.text);
  json.field("ignored", understood.ignored);
  write_optional(json, "place", understood.place);
  write_list(json, "alternatives", understood.alternatives);
  write_list(json, "corrections", understood.corrections);
  write_list(json, "pieces", understood.pieces);
  write_list(json, "hints", understood.hints);
  write_conditions(json, understood);
  json.close_object();
}

/// Moments in the local times of sites. The results of an answer share few of them.
class LocalTimes {
 public:
  const std::string& text(Instant moment, std::string_view time_zone) {
    for (const auto& known : known_)
      if (known.moment == moment && known.time_zone == time_zone) return known.text;
    return known_.emplace_back(moment, time_zone, format_local(moment, time_zone)).text;
  }

 private:
  struct Known {
    Instant moment;
    std::string_view time_zone;
    std::string text;
  };
  std::vector<Known> known_;
};

/// The ready JSON object, copied, and behind its fields those that depend on the question.
void write(JsonText& json, const SearchResult& result, LocalTimes& times) {
  json.reopen_object(result.ready_json);
  if (result.distance) {
    json.field("distance_m", std::llround(result.distance->count()));
    json.field("direction", result.direction);
  }
  json.key("open");
  json.open_object();
  json.field("state", to_string(result.open.state));
  if (result.open.until) json.field("until", times.text(*result.open.until, result.time_zone));
  json.close_object();
  json.field("match", to_string(result.match));
  if (result.alternative) {
    json.key("alternative");
    json.open_object();
    json.field("treatment", result.alternative->treatment.text());
    json.field("concern", result.alternative->concern.text());
    json.close_object();
  }
  if (result.why) write_optional(json, "why", result.why);
  json.close_object();
}

void write_facets(JsonText& json, const SearchAnswer& answer) {
  json.key("facets");
  json.open_object();
  for (const auto& [facet, counts] : answer.facets) write_list(json, to_string(facet), counts);
  json.close_object();
  json.field("facets_are_exact", answer.facets_are_exact);
}

/// Room for the answer's own fields and for what is added to each result.
std::size_t likely_bytes(const SearchAnswer& answer) {
  std::size_t bytes = 1024;
  for (const auto& result : answer.results) bytes += result.ready_json.size() + 256;
  return bytes;
}

}  // namespace

std::string to_json(const SearchAnswer& answer) {
  JsonText json;
  json.reserve(likely_bytes(answer));
  json.open_object();
  json.key("understood");
  write(json, answer.understood);
  json.field("total", answer.total);
  json.field("total_is_exact", answer.total_is_exact);
  json.key("results");
  json.open_array();
  LocalTimes times;
  for (const auto& result : answer.results) write(json, result, times);
  json.close_array();
  if (!answer.facets.empty()) write_facets(json, answer);
  write_optional(json, "widened", answer.widened);
  json.key("next");
  answer.next.empty() ? json.null() : json.value(answer.next);
  json.close_object();
  return json.take();
}

std::string to_json(const std::vector<Suggestion>& suggestions) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& [type, id, name, detail, url] : suggestions) {
    list.push_back({{"type", type}, {"id", id}, {"name", name}, {"detail", detail}, {"url", url}});
  }
  return nlohmann::ordered_json{{"suggestions", std::move(list)}}.dump();
}

}  // namespace nearme
