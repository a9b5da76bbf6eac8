#include "search/plan/place_choice.hpp"

#include <algorithm>
#include <ranges>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

LatLon at(double lat, double lon) { return *LatLon::make({.lat = lat, .lon = lon}); }

/// A locality of this name; `slug` tells it from its namesakes.
LocalityMatch town(std::string_view slug, LatLon position, std::uint32_t population) {
  return {.locality = {.name = "Newcastle", .slug = slug, .position = position, .population = population},
          .matched_name = "Newcastle"};
}

const LatLon kTyne = at(54.97328, -1.61396);
const LatLon kAustralia = at(-32.92953, 151.7801);
const LatLon kStaffordshire = at(53, -2.23333);

Question newcastle() {
  Question question;
  question.places = {town("newcastle-au", kAustralia, 322'278), town("newcastle-upon-tyne", kTyne, 192'382),
                     town("newcastle-under-lyme", kStaffordshire, 75'082)};
  return question;
}

/// A directory with one site at each of these positions.
class Directory {
 public:
  explicit Directory(const std::vector<LatLon>& sites) {
    std::vector<Listing> listings;
    for (const auto position : sites) {
      listings.push_back(listing_at(std::to_string(listings.size()), "Site", {position.lat(), position.lon()}));
    }
    index_ = index_of(listings);
    live_.emplace(index_.index);
  }

  [[nodiscard]] PlaceChoice choose(const Question& question, std::optional<LatLon> asker = {}) const {
    return choose_place(question, *live_, asker);
  }

 private:
  TestIndex index_;
  std::optional<LiveIndex> live_;
};

std::vector<std::string> slugs_of(const std::vector<AskedPlace>& places) {
  std::vector<std::string> slugs;
  for (const auto& place : places) slugs.push_back(place.slug);
  return slugs;
}

TEST(PlaceChoice, OfNothingIsNothing) {
  const auto choice = Directory{{kTyne}}.choose({});
  EXPECT_FALSE(choice.place);
  EXPECT_THAT(choice.alternatives, IsEmpty());
}

TEST(PlaceChoice, WithoutAskerAndSitesTheLargestIsMeant) {
  EXPECT_EQ(Directory{{}}.choose(newcastle()).place->slug, "newcastle-au");
}

TEST(PlaceChoice, GoesByWhereTheSitesAreThoughNoneIsInTheTownItself) {
  const Directory leeds_only{{at(53.8, -1.55)}};
  const auto choice = leeds_only.choose(newcastle());
  EXPECT_EQ(choice.place->slug, "newcastle-upon-tyne");
  EXPECT_THAT(slugs_of(choice.alternatives), ElementsAre("newcastle-under-lyme", "newcastle-au"));
}

TEST(PlaceChoice, TheAskersPositionWeighsMoreThanTheSites) {
  const Directory in_britain{{at(53.8, -1.55), kTyne}};
  EXPECT_EQ(in_britain.choose(newcastle(), at(53.01, -2.2)).place->slug, "newcastle-under-lyme");
  EXPECT_EQ(in_britain.choose(newcastle(), at(-33.0, 151.7)).place->slug, "newcastle-au");
}

TEST(PlaceChoice, AHamletNextDoorIsNotTheCityThatEverybodyMeans) {
  Question question;
  question.places = {town("city", kTyne, 500'000), town("hamlet", at(51.25, 0.6), 0)};
  const Directory everywhere{{kTyne, at(51.25, 0.61), at(51.5, 0)}};
  EXPECT_EQ(everywhere.choose(question, at(51.5, -0.1)).place->slug, "city");
}

TEST(PlaceChoice, AMisspeltNameHasOnlyPlausibleAlternatives) {
  auto question = newcastle();
  question.misspelt_place = "newcaslte";
  question.places.push_back(town("hamlet", at(10, 10), 1'200));
  question.places.push_back(town("covered-hamlet", at(53.81, -1.56), 1'200));
  const auto choice = Directory{{at(53.8, -1.55)}}.choose(question);
  EXPECT_EQ(choice.corrected, "Newcastle");
  EXPECT_EQ(choice.place->slug, "newcastle-upon-tyne");
  EXPECT_THAT(slugs_of(choice.alternatives), ElementsAre("newcastle-under-lyme", "covered-hamlet", "newcastle-au"));
}

TEST(PlaceChoice, APostcodeOfTwoCountriesGoesByAskerAndSites) {
  Question question;
  question.postcodes = {
      {.written = "10115", .name = "Berlin", .region = "", .country = "DE", .position = at(52.53, 13.38)},
      {.written = "10115", .name = "", .region = "", .country = "US", .position = at(40.81, -73.96)}};
  EXPECT_EQ(Directory{{at(40.7, -74)}}.choose(question).place->country, "US");
  EXPECT_EQ(Directory{{at(48.1, 11.6)}}.choose(question).place->country, "DE");
  const auto choice = Directory{{at(48.1, 11.6)}}.choose(question, at(40.7, -74));
  EXPECT_EQ(choice.place->country, "US");
  EXPECT_EQ(choice.place->kind, PlaceKind::postcode);
  EXPECT_EQ(choice.alternatives.at(0).country, "DE");
}

TEST(PlaceChoice, AnAreaHasARadiusAndYieldsToItsTownButNotToAVillage) {
  Question question;
  question.areas = {{.name = "Wales",
                     .region = "Wales",
                     .country = "GB",
                     .code = "GB.WLS",
                     .kind = GazetteerArea::Kind::region,
                     .position = at(52, -3.5),
                     .radius = Metres::from_kilometres(170),
                     .population = 3'200'000}};
  question.places = {town("wales-village", at(53.34, -1.28), 7'069)};
  const auto wales = Directory{{at(51.5, -3.2)}}.choose(question);
  EXPECT_EQ(wales.place->kind, PlaceKind::region);
  EXPECT_EQ(wales.place->radius, Metres::from_kilometres(170));
  question.places = {town("city", at(52, -3.5), 900'000)};
  EXPECT_EQ(Directory{{at(52, -3.4)}}.choose(question).place->slug, "city");
}

}  // namespace
}  // namespace nearme
