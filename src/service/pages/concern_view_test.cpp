#include "service/pages/concern_view.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

const TreatmentId kNeedling{"micro-needling"};

nlohmann::json view_of(const NearConcern& near, std::string_view language = "en") {
  return concern_view(*catalogue().find(ConcernId{"acne-scars"}), near,
                      {.catalogue = catalogue(), .language = *language_called(language)});
}

NearConcern near_leeds() {
  NearConcern near;
  near.place = AskedPlace{.name = "Leeds",
                          .region = "England",
                          .country = "GB",
                          .position = *LatLon::make({.lat = 53.8, .lon = -1.54}),
                          .slug = "leeds-england-gb"};
  near.country = "GB";
  near.slug = near.place->slug;
  near.offered[kNeedling] = {.total = 2,
                             .nearest_name = "Alpha",
                             .nearest_path = "/sites/alpha",
                             .nearest = Metres{1609},
                             .priced = {alpha()}};
  return near;
}

TEST(ConcernView, NamesItsTreatmentsStrongestGroundsFirst) {
  const auto view = view_of({});
  EXPECT_EQ(view["treatments"][0]["words"], "Micro-needling");
  EXPECT_EQ(view["treatments"][0]["grounds"]["strength"], "strong");
  EXPECT_EQ(view["treatments"][0]["grounds"]["grade"], "A");
  EXPECT_FALSE(view["treatments"][0].contains("near"));
  EXPECT_EQ(view["place"], "");
}

TEST(ConcernView, EveryGroundHasASourceAndAGrade) {
  for (const auto& concern : catalogue().concerns()) {
    const auto view = concern_view(concern, {}, {.catalogue = catalogue(), .language = english()});
    for (const auto& row : view["treatments"]) {
      EXPECT_NE(row["grounds"]["source"], "") << concern.id.text();
      EXPECT_NE(row["grounds"]["grade_words"], "") << concern.id.text();
    }
  }
}

TEST(ConcernView, NearAPlaceEachTreatmentSaysWhoOffersItAndForHowMuch) {
  const auto view = view_of(near_leeds());
  EXPECT_EQ(view["place"], "Leeds, England");
  const auto& near = view["treatments"][0]["near"];
  EXPECT_EQ(near["count"], "2 places");
  EXPECT_EQ(near["prices"], "from £120");
  EXPECT_EQ(near["nearest"], "Alpha");
  EXPECT_EQ(near["all_link"], "/treatments/micro-needling/near/leeds-england-gb");
  EXPECT_FALSE(view["treatments"][1].contains("near"));
}

TEST(ConcernView, NobodyAndNobodyNearAreTwoThings) {
  auto near = near_leeds();
  near.offered[kNeedling].is_far = true;
  EXPECT_NE(view_of(near)["treatments"][0]["near"]["far"], "");
  EXPECT_EQ(view_of(near)["treatments"][0]["near"]["prices"], "");
  near.offered[kNeedling] = {};
  EXPECT_EQ(view_of(near)["treatments"][0]["near"]["nobody"], true);
}

TEST(ConcernView, WithoutAPageOfTheTownAllOfThemAreASearch) {
  auto near = near_leeds();
  near.slug.clear();
  near.asked = {{"lat", "53.8"}, {"lon", "-1.5"}};
  EXPECT_EQ(view_of(near)["treatments"][0]["near"]["all_link"], "/?lat=53.8&lon=-1.5&q=Micro-needling");
}

TEST(ConcernView, APlaceThatNobodyKnowsIsToldAndShowsNothing) {
  NearConcern near;
  near.problem = Error{.kind = ErrorKind::invalid_input, .message = "nobody knows 'Xyz'", .parameter = "near"};
  near.asked = {{"near", "Xyz"}};
  EXPECT_EQ(view_of(near)["problem"], "No place called “Xyz” is known here. Try a town near it, or a postcode.");
  EXPECT_EQ(view_of(near)["place"], "");
}

}  // namespace
}  // namespace nearme
