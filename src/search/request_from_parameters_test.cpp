#include "search/request_from_parameters.hpp"

#include <gtest/gtest.h>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

Result<SearchRequest> read(const Parameters& parameters) {
  return search_request_from(parameters, real_catalogue(), kNow);
}

TEST(SearchParameters, NothingAsksForEverything) {
  const auto request = read({});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->limit, 20U);
  EXPECT_FALSE(request->sort);
  EXPECT_FALSE(request->at);
}

TEST(SearchParameters, EmptyValuesAreAsGoodAsNone) {
  EXPECT_TRUE(read({{"q", ""}, {"lat", ""}, {"bbox", ""}, {"open", ""}}));
}

TEST(SearchParameters, AreReadWhole) {
  const auto request = read({{"q", "peel"},
                             {"lat", "53.8"},
                             {"lon", "-1.5"},
                             {"radius_km", "2.5"},
                             {"treatment", "micro-needling,prp"},
                             {"open", "2026-11-23T10:00:00Z"},
                             {"evidence", "confirmed"},
                             {"wheelchair", "yes"},
                             {"price_max", "99.5"},
                             {"currency", "GBP"},
                             {"sort", "price"},
                             {"limit", "100"},
                             {"facets", "kind,treatment,kind"},
                             {"explain", "1"}});
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->at, *LatLon::make({.lat = 53.8, .lon = -1.5}));
  EXPECT_EQ(request->radius, Metres{2500});
  EXPECT_EQ(request->treatments.size(), 2U);
  EXPECT_EQ(request->open_at, *parse_instant("2026-11-23T10:00:00Z"));
  EXPECT_EQ(request->price_max_hundredths, 9950);
  EXPECT_EQ(request->facets.size(), 2U);
  EXPECT_TRUE(request->only_confirmed && request->only_wheelchair && request->explain);
}

TEST(PointsParameters, AreThoseThatSayWhichSitesAreAskedFor) {
  const auto read_points = [](const Parameters& parameters) {
    return points_request_from(parameters, real_catalogue(), kNow);
  };
  EXPECT_EQ(read_points({})->limit, 500U);
  const auto request = read_points({{"treatment", "prp"}, {"bbox", "-2,53,-1,54"}, {"limit", "2000"}});
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->limit, 2000U);
  EXPECT_TRUE(request->box);
  EXPECT_EQ(read_points({{"limit", "2001"}}).error().parameter, "limit");
  const auto sorted = read_points({{"sort", "distance"}});
  ASSERT_FALSE(sorted);
  EXPECT_EQ(sorted.error().parameter, "sort");
  EXPECT_EQ(sorted.error().message.find("facets"), std::string::npos) << sorted.error().message;
}

TEST(SearchParameters, AMinusInAListSaysWhatIsNotWanted) {
  const auto request = read({{"treatment", "micro-needling,-prp"},
                             {"with_treatment", "facial,hifu"},
                             {"kind", "-pharmacy"},
                             {"language", "en,-de-CH"},
                             {"country", "GB,-FR,IE"}});
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->treatments, std::vector{TreatmentId{"micro-needling"}});
  EXPECT_EQ(request->without_treatments, std::vector{TreatmentId{"prp"}});
  EXPECT_EQ(request->with_treatments, (std::vector{TreatmentId{"facial"}, TreatmentId{"hifu"}}));
  EXPECT_TRUE(request->kinds.empty());
  EXPECT_EQ(request->without_kinds, std::vector{KindId{"pharmacy"}});
  EXPECT_EQ(request->languages, std::vector<std::string>{"en"});
  EXPECT_EQ(request->without_languages, std::vector<std::string>{"de-CH"});
  EXPECT_EQ(request->countries, (std::vector<std::string>{"GB", "IE"}));
  EXPECT_EQ(request->without_countries, std::vector<std::string>{"FR"});
}

TEST(SearchParameters, AnUnknownNameIsRefusedWithTheKnownOnes) {
  const auto error = read({{"radius", "5"}}).error();
  EXPECT_EQ(error.parameter, "radius");
  EXPECT_NE(error.message.find("radius_km"), std::string::npos);
}

TEST(SearchParameters, EachWrongValueIsRefusedUnderItsName) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"lat", "north"},
      {"lat", "nan"},
      {"radius_km", "0"},
      {"radius_km", "-1"},
      {"radius_km", "1e9"},
      {"limit", "0"},
      {"limit", "101"},
      {"limit", "ten"},
      {"bbox", "1,2,3"},
      {"bbox", "0,10,1,5"},
      {"treatment", "magic"},
      {"concern", "x"},
      {"kind", "castle"},
      {"open", "later"},
      {"evidence", "declared"},
      {"wheelchair", "no"},
      {"sort", "paid"},
      {"facets", "colour"},
      {"explain", "yes"},
      {"format", "xml"},
      {"price_max", "-1"},
      {"currency", "gbp"},
      {"q", "\xff"},
      {"q", std::string(1001, 'x')},
      {"lat", "inf"},
      {"lat", "1e400"},
      {"radius_km", "nan"},
      {"radius_km", "inf"},
      {"radius_km", "20101"},
      {"radius_km", "1e-400"},
      {"bbox", "nan,0,1,1"},
      {"bbox", "0,-91,1,5"},
      {"bbox", "-181,0,1,5"},
      {"bbox", "0,1,2,3,4"},
      {"limit", "-1"},
      {"limit", "1e1"},
      {"limit", "99999999999999999999"},
      {"price_max", "nan"},
      {"price_max", "1e10"},
      {"treatment", "-magic"},
      {"treatment", "-"},
      {"with_treatment", "magic"},
      {"with_treatment", "-prp"},
      {"concern", "-acne-scars"},
      {"kind", "-castle"},
      {"country", "gb"},
      {"country", "GBR"},
      {"country", "-"},
      {"language", "e"},
      {"language", "en us"},
      {"open", "2026-13-01T00:00:00Z"},
      {"currency", "EURO"},
      {"near", "\xc3"},
      {"text", std::string(1001, 'x')},
      {"facets", "kind,colour"},
      {"cursor", std::string(1001, 'x')},
  };
  for (const auto& [name, value] : wrong) {
    Parameters parameters{{name, value}};
    if (name == "lat") parameters.emplace_back("lon", "0");
    const auto request = read(parameters);
    ASSERT_FALSE(request) << name << "=" << value;
    EXPECT_EQ(request.error().parameter, name) << request.error().message;
  }
}

TEST(SearchParameters, HalfAPositionOrOneOffTheGlobeIsRefused) {
  EXPECT_EQ(read({{"lat", "1"}}).error().parameter, "lon");
  EXPECT_EQ(read({{"lon", "1"}}).error().parameter, "lat");
  EXPECT_EQ(read({{"lat", "91"}, {"lon", "1"}}).error().parameter, "lat");
  EXPECT_EQ(read({{"lat", "1"}, {"lon", "181"}}).error().parameter, "lon");
}

TEST(SearchParameters, TheSameNameTwiceIsRefused) { EXPECT_EQ(read({{"q", "a"}, {"q", "b"}}).error().parameter, "q"); }

TEST(SearchParameters, ABoxLeavesNoRoomForARadius) {
  EXPECT_EQ(read({{"bbox", "0,0,1,1"}, {"radius_km", "5"}}).error().parameter, "bbox");
}

TEST(SuggestParameters, AreReadAndChecked) {
  EXPECT_EQ(suggest_request_from({{"q", "mic"}, {"limit", "3"}})->limit, 3U);
  EXPECT_EQ(suggest_request_from({{"query", "mic"}}).error().parameter, "query");
  EXPECT_EQ(suggest_request_from({{"lat", "1"}}).error().parameter, "lon");
}

}  // namespace
}  // namespace nearme
