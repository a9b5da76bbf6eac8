#include "search/answer_json.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

#include "hours/local_time.hpp"
#include "search/facets.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

template <class EntryId>
Json ids_of(const std::vector<EntryId>& ids) {
  Json json = Json::array();
  for (const auto& id : ids) json.push_back(id.text());
  return json;
}

Json to_json(const AskedPlace& place) {
  return {{"name", place.name},          {"region", place.region},      {"country", place.country},
          {"lat", place.position.lat()}, {"lon", place.position.lon()}, {"slug", place.slug}};
}

Json to_json(const Understood& understood) {
  Json alternatives = Json::array();
  for (const auto& place : understood.alternatives) alternatives.push_back(to_json(place));
  Json corrections = Json::array();
  for (const auto& [from, to] : understood.corrections) corrections.push_back({{"from", from}, {"to", to}});
  Json pieces = Json::array();
  for (const auto& [meaning, value, begin, end] : understood.pieces) {
    pieces.push_back({{"meaning", meaning}, {"value", value}, {"begin", begin}, {"end", end}});
  }
  Json open = nullptr;
  if (understood.open_at) open = understood.open_now ? "now" : format_instant(*understood.open_at);
  return {{"treatments", ids_of(understood.treatments)},
          {"concerns", ids_of(understood.concerns)},
          {"kinds", ids_of(understood.kinds)},
          {"text", understood.text},
          {"place", understood.place ? to_json(*understood.place) : Json(nullptr)},
          {"alternatives", std::move(alternatives)},
          {"corrections", std::move(corrections)},
          {"pieces", std::move(pieces)},
          {"open", std::move(open)},
          {"evidence", understood.only_confirmed ? Json("confirmed") : Json(nullptr)},
          {"radius_km", understood.radius ? Json(understood.radius->kilometres()) : Json(nullptr)}};
}

Json to_json(const Why& why) {
  return {{"score", why.score},       {"nearness", why.nearness}, {"match", why.match},
          {"evidence", why.evidence}, {"open", why.open},         {"completeness", why.completeness}};
}

/// The fields of a result that depend on the question.
Json answer_fields(const SearchResult& result) {
  Json fields = Json::object();
  if (result.distance) {
    fields["distance_m"] = std::llround(result.distance->count());
    fields["direction"] = result.direction;
  }
  fields["open"] = {{"state", to_string(result.open.state)}};
  if (result.open.until) fields["open"]["until"] = format_local(*result.open.until, std::string{result.time_zone});
  fields["match"] = to_string(result.match);
  if (result.why) fields["why"] = to_json(*result.why);
  return fields;
}

/// The ready JSON object with the other fields behind its own: copied, not parsed.
std::string join_objects(std::string_view ready_json, const Json& fields) {
  std::string joined{ready_json.substr(0, ready_json.size() - 1)};
  if (joined.size() > 1) joined += ',';
  return joined.append(fields.dump(), 1);
}

Json to_json(const std::vector<std::pair<Facet, std::vector<FacetCount>>>& facets) {
  Json json = Json::object();
  for (const auto& [facet, counts] : facets) {
    Json& list = json[std::string{to_string(facet)}] = Json::array();
    for (const auto& [id, count] : counts) list.push_back({{"id", id}, {"count", count}});
  }
  return json;
}

Json widened_of(const SearchAnswer& answer) {
  if (!answer.widened) return nullptr;
  return {{"from_radius_km", answer.widened->from_radius.kilometres()},
          {"nearest_m", std::llround(answer.widened->nearest.count())}};
}

/// What an answer says besides its results.
Json tail_of(const SearchAnswer& answer) {
  Json tail = Json::object();
  if (!answer.facets.empty()) tail["facets"] = to_json(answer.facets);
  tail["widened"] = widened_of(answer);
  tail["next"] = answer.next.empty() ? Json(nullptr) : Json(answer.next);
  return tail;
}

Json head_of(const SearchAnswer& answer) {
  return {
      {"understood", to_json(answer.understood)}, {"total", answer.total}, {"total_is_exact", answer.total_is_exact}};
}

}  // namespace

std::string to_json(const SearchAnswer& answer) {
  std::string text = head_of(answer).dump();
  text.back() = ',';
  text += R"("results":[)";
  for (const auto& result : answer.results) {
    if (&result != &answer.results.front()) text += ',';
    text += join_objects(result.ready_json, answer_fields(result));
  }
  text += "],";
  return text.append(tail_of(answer).dump(), 1);
}

std::string to_geojson(const SearchAnswer& answer) {
  Json features = Json::array();
  for (const auto& result : answer.results) {
    Json properties = Json::parse(join_objects(result.ready_json, answer_fields(result)));
    Json coordinates{properties["lon"], properties["lat"]};
    const Json id = properties["id"];
    properties.erase("lat");
    properties.erase("lon");
    features.push_back({{"type", "Feature"},
                        {"id", id},
                        {"geometry", {{"type", "Point"}, {"coordinates", std::move(coordinates)}}},
                        {"properties", std::move(properties)}});
  }
  Json collection{{"type", "FeatureCollection"}};
  collection.update(head_of(answer));
  collection["features"] = std::move(features);
  collection.update(tail_of(answer));
  return collection.dump();
}

std::string to_json(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const auto& [type, id, name, detail, url] : suggestions) {
    list.push_back({{"type", type}, {"id", id}, {"name", name}, {"detail", detail}, {"url", url}});
  }
  return Json{{"suggestions", std::move(list)}}.dump();
}

}  // namespace nearme
