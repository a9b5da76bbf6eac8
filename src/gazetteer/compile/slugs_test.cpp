#include "gazetteer/compile/slugs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using testing::ElementsAre;

Place place(std::string name, std::size_t area, std::uint32_t population) {
  return {.name = std::move(name),
          .other_names = {},
          .area = area,
          .population = population,
          .position = *LatLon::make({.lat = 1, .lon = population / 1000.0}),
          .time_zone = "UTC"};
}

Places in_england(std::vector<Place> places) {
  const NamedArea country{.key = "GB", .parent = {}, .name = "United Kingdom", .other_names = {}};
  const NamedArea region{
      .key = "GB.ENG", .parent = 0, .kind = NamedArea::Kind::region, .name = "England", .other_names = {}};
  const NamedArea district{
      .key = "GB.ENG.H3", .parent = 1, .kind = NamedArea::Kind::district, .name = "Leeds", .other_names = {}};
  return {.areas = {country, region, district}, .places = std::move(places)};
}

TEST(Slugs, AreMadeOfNameRegionAndCountry) {
  EXPECT_THAT(make_slugs(in_england({place("King's Lynn", 2, 5), place("Gibraltar", 0, 5)})),
              ElementsAre("kings-lynn-england-gb", "gibraltar-gb"));
}

TEST(Slugs, HoldOnlyAsciiWhateverTheScript) {
  EXPECT_THAT(make_slugs(in_england({place("Łódź", 1, 5), place("東京", 1, 5), place("Москва", 1, 5)})),
              ElementsAre("lodz-england-gb", "dongjing-england-gb", "moskva-england-gb"));
}

TEST(Slugs, TheLargestOfANameKeepsItAndTheOthersAreNumberedBySize) {
  EXPECT_THAT(make_slugs(in_england({place("Ash", 1, 5), place("Ash", 1, 90), place("Ash", 1, 50)})),
              ElementsAre("ash-england-gb-3", "ash-england-gb", "ash-england-gb-2"));
}

TEST(Slugs, ANumberedSlugDoesNotTakeTheSlugOfAnother) {
  const auto slugs = make_slugs(in_england({place("Ash England GB 2", 0, 99), place("Ash", 1, 5), place("Ash", 1, 4)}));
  EXPECT_EQ(slugs[0], "ash-england-gb-2-gb");
  EXPECT_THAT(slugs, testing::Contains("ash-england-gb-2"));
}

TEST(Areas, ADistrictLiesInTheRegionAndCountryAboveIt) {
  const auto places = in_england({});
  EXPECT_EQ(region_name(places, 2), "England");
  EXPECT_EQ(region_name(places, 0), "");
  EXPECT_EQ(country_code(places, 2), "GB");
}

}  // namespace
}  // namespace nearme
