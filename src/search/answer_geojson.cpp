#include "search/answer_geojson.hpp"

#include "base/json.hpp"
#include "base/json_text.hpp"
#include "search/answer_json.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

/// One result as a Feature: its position becomes the geometry.
Json feature_of(Json properties) {
  Json coordinates{properties["lon"], properties["lat"]};
  const Json id = properties["id"];
  properties.erase("lat");
  properties.erase("lon");
  return {{"type", "Feature"},
          {"id", id},
          {"geometry", {{"type", "Point"}, {"coordinates", std::move(coordinates)}}},
          {"properties", std::move(properties)}};
}

void write(JsonText& json, const SitePoint& point) {
  json.open_object();
  json.field("type", "Feature");
  json.field("id", point.id);
  json.key("geometry");
  json.open_object();
  json.field("type", "Point");
  json.key("coordinates");
  json.open_array();
  json.value(point.position.lon());
  json.value(point.position.lat());
  json.close_array();
  json.close_object();
  json.key("properties");
  json.open_object();
  json.field("name", point.name);
  json.field("url", fmt::format("/sites/{}", point.slug));
  json.close_object();
  json.close_object();
}

}  // namespace

std::string to_geojson(const SearchAnswer& answer) {
  Json collection{{"type", "FeatureCollection"}};
  Json plain = Json::parse(to_json(answer));
  for (auto& [name, value] : plain.items()) {
    if (name != "results") {
      collection[name] = std::move(value);
      continue;
    }
    Json& features = collection["features"] = Json::array();
    for (auto& result : value) features.push_back(feature_of(std::move(result)));
  }
  return collection.dump();
}

std::string to_geojson(const PointsAnswer& answer) {
  constexpr std::size_t kBytesAPoint = 200;
  JsonText json;
  json.reserve(answer.points.size() * kBytesAPoint + kBytesAPoint);
  json.open_object();
  json.field("type", "FeatureCollection");
  json.field("total", answer.total);
  json.field("total_is_exact", answer.total_is_exact);
  json.key("features");
  json.open_array();
  for (const auto& point : answer.points) write(json, point);
  json.close_array();
  json.close_object();
  return json.take();
}

}  // namespace nearme
