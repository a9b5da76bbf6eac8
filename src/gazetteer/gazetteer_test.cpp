#include "gazetteer/gazetteer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gazetteer/small_gazetteer_for_tests.hpp"
#include "geo/distance.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> slugs_of(const std::vector<LocalityMatch>& matches) {
  std::vector<std::string_view> slugs;
  for (const auto& match : matches) slugs.push_back(match.locality.slug);
  return slugs;
}

Locality first_named(std::string_view name) { return small_gazetteer()->named(name).at(0).locality; }

TEST(Gazetteer, OfNoPlacesFindsNothingAnywhere) {
  const OwnedGazetteer empty(compile_gazetteer({}));
  EXPECT_EQ(empty->size(), 0U);
  EXPECT_THAT(empty->named("leeds"), IsEmpty());
  EXPECT_THAT(empty->beginning_with("l", 5), IsEmpty());
  EXPECT_THAT(empty->spelled_like("leeds", 5), IsEmpty());
  EXPECT_FALSE(empty->nearest(position_at(0, 0)));
  EXPECT_FALSE(empty->with_slug(""));
}

TEST(Gazetteer, ALocalityHasWhatItsSourceSays) {
  const auto leeds = first_named("leeds");
  EXPECT_EQ(leeds.name, "Leeds");
  EXPECT_EQ(leeds.region, "England");
  EXPECT_EQ(leeds.country, "GB");
  EXPECT_EQ(leeds.time_zone, "Europe/London");
  EXPECT_EQ(leeds.slug, "leeds-england-gb");
  EXPECT_EQ(leeds.position, position_at(53.79648, -1.54785));
  EXPECT_EQ(leeds.population, 455123U);
}

TEST(Gazetteer, ACountryWithoutRegionsGivesPlacesWithoutRegion) {
  EXPECT_EQ(first_named("monaco").region, "");
  EXPECT_EQ(first_named("monaco").slug, "monaco-mc");
}

TEST(Gazetteer, TheLargestPlaceOfANameComesFirst) {
  EXPECT_THAT(slugs_of(small_gazetteer()->named("Leeds")), ElementsAre("leeds-england-gb", "leeds-texas-us"));
}

TEST(Gazetteer, SpellingsOfOneNameFindOnePlace) {
  for (const auto* name : {"kings lynn", "King’s Lynn", "KING'S-LYNN", "kingslynn"}) {
    EXPECT_THAT(slugs_of(small_gazetteer()->named(name)), ElementsAre("kings-lynn-england-gb")) << name;
  }
  EXPECT_EQ(first_named("saint albans").name, "St Albans");
  EXPECT_EQ(first_named("frankfurt oder").name, "Frankfurt (Oder)");
}

TEST(Gazetteer, ANameInAnotherLanguageIsGivenBackAsTheGazetteerHasIt) {
  const auto matches = small_gazetteer()->named("MÜNCHEN");
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].matched_name, "München");
  EXPECT_EQ(matches[0].locality.name, "Munich");
}

TEST(Gazetteer, WhatHoldsNoLetterIsNoName) {
  for (const auto* name : {"", " ", "?!", "\xFF"}) {
    EXPECT_THAT(small_gazetteer()->named(name), IsEmpty());
    EXPECT_THAT(small_gazetteer()->beginning_with(name, 5), IsEmpty());
    EXPECT_THAT(small_gazetteer()->spelled_like(name, 5), IsEmpty());
  }
}

TEST(Gazetteer, BeginningsGiveTheLargestAndEachPlaceOnce) {
  EXPECT_THAT(slugs_of(small_gazetteer()->beginning_with("m", 5)), ElementsAre("munich-bavaria-de", "monaco-mc"));
  EXPECT_THAT(slugs_of(small_gazetteer()->beginning_with("m", 1)), ElementsAre("munich-bavaria-de"));
  EXPECT_THAT(small_gazetteer()->beginning_with("m", 0), IsEmpty());
  EXPECT_THAT(slugs_of(small_gazetteer()->beginning_with("st", 5)),
              ElementsAre("st-albans-england-gb", "stratford-england-gb"));
}

TEST(Gazetteer, AMisspelledNameFindsWhatWasMeant) {
  const auto matches = small_gazetteer()->spelled_like("leds", 5);
  ASSERT_THAT(slugs_of(matches), ElementsAre("leeds-england-gb"));
  EXPECT_EQ(matches[0].edits, 1);
  EXPECT_THAT(slugs_of(small_gazetteer()->spelled_like("wahsingtno", 5)),
              ElementsAre("washington-england-gb", "washington-england-gb-2"));
}

TEST(Gazetteer, ANameThatExistsIsNotMisspelledAndASmallPlaceIsNotMeant) {
  EXPECT_THAT(small_gazetteer()->spelled_like("york", 5), IsEmpty());
  EXPECT_THAT(small_gazetteer()->spelled_like("stratfor", 5), IsEmpty());
  EXPECT_THAT(small_gazetteer()->spelled_like("yrk", 5), IsEmpty());
}

TEST(Gazetteer, EverySlugLeadsBackToItsLocality) {
  for (std::uint32_t i = 0; i < small_gazetteer()->size(); ++i) {
    const auto locality = small_gazetteer()->at(LocalityNumber{i});
    const auto found = small_gazetteer()->with_slug(locality.slug);
    ASSERT_TRUE(found) << locality.slug;
    EXPECT_EQ(found->number, locality.number);
  }
  EXPECT_FALSE(small_gazetteer()->with_slug("leeds"));
  EXPECT_FALSE(small_gazetteer()->with_slug("zzz"));
}

TEST(Gazetteer, TheNearestPlaceIsFoundAcrossTheAntimeridian) {
  EXPECT_EQ(small_gazetteer()->nearest(position_at(-16.85, 179.99))->name, "Taveuni");
  EXPECT_EQ(small_gazetteer()->nearest(position_at(53.8, -1.5))->name, "Leeds");
}

TEST(Gazetteer, APlaceLiesInItsCountyRegionAndCountryUnderAllTheirNames) {
  const auto leeds = first_named("leeds");
  for (const auto* area : {"Leeds", "yorkshire", "ENGLAND", "uk", "U.K.", "gb", "united kingdom", "great-britain"}) {
    EXPECT_TRUE(small_gazetteer()->lies_in(leeds, area)) << area;
  }
  for (const auto* area : {"", "texas", "us", "york", "eng land!s"}) {
    EXPECT_FALSE(small_gazetteer()->lies_in(leeds, area)) << area;
  }
  EXPECT_TRUE(small_gazetteer()->lies_in(first_named("paris"), "TX"));
}

TEST(Gazetteer, ACountryARegionAndACountyAreAreasWithAnExtent) {
  const auto england = small_gazetteer()->areas_named("ENG");
  ASSERT_EQ(england.size(), 1U);
  EXPECT_EQ(england[0].name, "England");
  EXPECT_EQ(england[0].code, "GB.ENG");
  EXPECT_EQ(england[0].kind, GazetteerArea::Kind::region);
  EXPECT_GT(england[0].radius.kilometres(), 100);
  EXPECT_GT(england[0].population, 700'000U);
  EXPECT_EQ(small_gazetteer()->areas_named("Deutschland").at(0).kind, GazetteerArea::Kind::country);
  EXPECT_EQ(small_gazetteer()->areas_named("yorkshire").at(0).kind, GazetteerArea::Kind::district);
  EXPECT_THAT(small_gazetteer()->areas_named("atlantis"), IsEmpty());
  EXPECT_THAT(small_gazetteer()->areas_named("?!"), IsEmpty());
}

TEST(Gazetteer, TheCircleOfAnAreaHoldsItsOnlyTown) {
  const auto monaco = small_gazetteer()->areas_named("mc").at(0);
  EXPECT_LE(distance(monaco.position, first_named("monaco").position), monaco.radius);
  EXPECT_LT(monaco.radius.kilometres(), 10);
}

TEST(Gazetteer, APostcodeLiesInEveryCountryThatHasIt) {
  EXPECT_EQ(small_gazetteer()->postcode("ls14ap").at(0).written, "LS1 4AP");
  EXPECT_EQ(small_gazetteer()->postcode("ls1").at(0).region, "England");
  const auto shared = small_gazetteer()->postcode("10115");
  ASSERT_EQ(shared.size(), 2U);
  EXPECT_EQ(shared[0].country, "DE");
  EXPECT_EQ(shared[1].country, "US");
  EXPECT_THAT(small_gazetteer()->postcode("ls2"), IsEmpty());
  EXPECT_THAT(small_gazetteer()->postcode(""), IsEmpty());
}

}  // namespace
}  // namespace nearme
