#include "search/answer_json.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "search/answer_geojson.hpp"

namespace nearme {
namespace {

using Json = nlohmann::json;

SearchResult result_of(std::string_view ready_json) {
  return {.ready_json = ready_json,
          .distance = Metres{812.4},
          .direction = "NE",
          .open = {.state = OpenState::open, .until = *parse_instant("2026-07-01T17:00:00Z")},
          .time_zone = "Europe/London",
          .match = Match::may_offer,
          .why = Why{.score = 0.5, .nearness = 0.5}};
}

TEST(AnswerJson, AnEmptyAnswerIsValidAndSaysWhatIsMissing) {
  const auto json = Json::parse(to_json(SearchAnswer{}));
  EXPECT_EQ(json["results"], Json::array());
  EXPECT_EQ(json["total"], 0);
  EXPECT_TRUE(json["next"].is_null());
  EXPECT_TRUE(json["widened"].is_null());
  EXPECT_TRUE(json["understood"]["place"].is_null());
}

TEST(AnswerJson, AResultJoinsWhatIsReadyWithWhatTheQuestionAdds) {
  SearchAnswer answer;
  answer.results = {result_of(R"({"id":"a","name":"Alpha"})"), result_of(R"({"id":"b","name":"Beta"})")};
  const auto json = Json::parse(to_json(answer));
  ASSERT_EQ(json["results"].size(), 2U);
  const auto& first = json["results"][0];
  EXPECT_EQ(first["name"], "Alpha");
  EXPECT_EQ(first["distance_m"], 812);
  EXPECT_EQ(first["open"]["state"], "open");
  EXPECT_EQ(first["open"]["until"], "2026-07-01T18:00:00+01:00");  // in the site's own time
  EXPECT_EQ(first["match"], "may-offer");
  EXPECT_EQ(first["why"]["nearness"], 0.5);
}

TEST(AnswerJson, GeoJsonHasAPointForEachResultAndNoSecondCopyOfIt) {
  SearchAnswer answer;
  answer.results = {result_of(R"({"id":"a","name":"Alpha","lat":53.8,"lon":-1.5})")};
  const auto json = Json::parse(to_geojson(answer));
  EXPECT_EQ(json["type"], "FeatureCollection");
  EXPECT_EQ(json["features"][0]["geometry"]["coordinates"], Json({-1.5, 53.8}));
  EXPECT_EQ(json["features"][0]["properties"]["name"], "Alpha");
  EXPECT_FALSE(json["features"][0]["properties"].contains("lat"));
}

TEST(AnswerJson, APointIsAFeatureWithItsNameAndItsPage) {
  PointsAnswer answer{.total = 3};
  answer.points = {
      {.position = *LatLon::make({.lat = 53.8, .lon = -1.5}), .id = "a", .name = "\"Alpha\"", .slug = "alpha"}};
  const auto json = Json::parse(to_geojson(answer));
  EXPECT_EQ(json["type"], "FeatureCollection");
  EXPECT_EQ(json["total"], 3);
  EXPECT_TRUE(json["total_is_exact"].get<bool>());
  const Json expected{{"type", "Feature"},
                      {"id", "a"},
                      {"geometry", {{"type", "Point"}, {"coordinates", {-1.5, 53.8}}}},
                      {"properties", {{"name", "\"Alpha\""}, {"url", "/sites/alpha"}}}};
  EXPECT_EQ(json["features"], Json::array({expected}));
}

TEST(AnswerJson, FacetsAreListedUnderTheirNames) {
  SearchAnswer answer;
  answer.facets = {{Facet::kind, {{"dentist", 3}}}};
  EXPECT_EQ(Json::parse(to_json(answer))["facets"]["kind"][0]["count"], 3);
}

}  // namespace
}  // namespace nearme
