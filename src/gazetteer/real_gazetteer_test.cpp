#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/mapped_file.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/image/tables.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/small_gazetteer_for_tests.hpp"
#include "geo/distance.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// The gazetteer that the build made out of GeoNames.
class RealGazetteer : public testing::Test {
 protected:
  static const MappedFile& file() {
    static const MappedFile kFile = *MappedFile::open(NEARME_GAZETTEER_FILE);
    return kFile;
  }
  static const Gazetteer& gazetteer() {
    static const Gazetteer kGazetteer = *Gazetteer::open(file().bytes());
    return kGazetteer;
  }
  static Locality first_named(std::string_view name) { return gazetteer().named(name).at(0).locality; }

  void SetUp() override {
    if (!std::filesystem::exists(NEARME_GAZETTEER_FILE)) GTEST_SKIP() << "the build has no gazetteer";
  }
};

struct Expectation {
  std::string_view asked;
  std::string_view name;
  std::string_view country;
};

constexpr std::array kNames{
    Expectation{"leeds", "Leeds", "GB"},
    Expectation{"newcastle upon tyne", "Newcastle upon Tyne", "GB"},
    Expectation{"st albans", "St Albans", "GB"},
    Expectation{"saint albans", "St Albans", "GB"},
    Expectation{"frankfurt", "Frankfurt am Main", "DE"},
    Expectation{"frankfurt (oder)", "Frankfurt (Oder)", "DE"},
    Expectation{"frankfurt oder", "Frankfurt (Oder)", "DE"},
    Expectation{"münchen", "Munich", "DE"},
    Expectation{"munich", "Munich", "DE"},
    Expectation{"muenchen", "Munich", "DE"},
    Expectation{"cologne", "Köln", "DE"},
    Expectation{"wien", "Vienna", "AT"},
    Expectation{"roma", "Rome", "IT"},
    Expectation{"genève", "Geneva", "CH"},
    Expectation{"geneve", "Geneva", "CH"},
    Expectation{"zurich", "Zürich", "CH"},
    Expectation{"st gallen", "Sankt Gallen", "CH"},
    Expectation{"warszawa", "Warsaw", "PL"},
    Expectation{"krakow", "Kraków", "PL"},
    Expectation{"lodz", "Łódź", "PL"},
    Expectation{"new york", "New York City", "US"},
    Expectation{"washington dc", "Washington", "US"},
    Expectation{"york", "York", "GB"},
    Expectation{"london", "London", "GB"},
    Expectation{"londres", "London", "GB"},
    Expectation{"hull", "Kingston upon Hull", "GB"},
    Expectation{"wimbledon", "Wimbledon", "GB"},
    Expectation{"stratford upon avon", "Stratford-upon-Avon", "GB"},
    Expectation{"stratford-upon-avon", "Stratford-upon-Avon", "GB"},
    Expectation{"kings lynn", "King's Lynn", "GB"},
    Expectation{"king's lynn", "King's Lynn", "GB"},
    Expectation{"la valletta", "Valletta", "MT"},
    Expectation{"valletta", "Valletta", "MT"},
    Expectation{"andorra la vella", "Andorra la Vella", "AD"},
    Expectation{"monaco", "Monaco", "MC"},
    Expectation{"helsinki", "Helsinki", "FI"},
    Expectation{"helsingfors", "Helsinki", "FI"},
    Expectation{"vaduz", "Vaduz", "LI"},
    Expectation{"kiev", "Kyiv", "UA"},
    Expectation{"東京", "Tokyo", "JP"},
};

TEST_F(RealGazetteer, KnowsTownsByTheNamesThatPeopleWrite) {
  for (const auto& [asked, name, country] : kNames) {
    const auto matches = gazetteer().named(asked);
    ASSERT_FALSE(matches.empty()) << asked;
    EXPECT_EQ(matches[0].locality.name, name) << asked;
    EXPECT_EQ(matches[0].locality.country, country) << asked;
  }
}

TEST_F(RealGazetteer, HoldsMostTownsOfTheWorldAndEverySlugOnce) {
  EXPECT_GT(gazetteer().size(), 150'000U);
  std::set<std::string_view> slugs;
  for (std::uint32_t i = 0; i < gazetteer().size(); ++i) {
    const auto locality = gazetteer().at(LocalityNumber{i});
    EXPECT_TRUE(slugs.insert(locality.slug).second) << locality.slug;
    EXPECT_FALSE(locality.time_zone.empty()) << locality.slug;
    EXPECT_EQ(locality.country.size(), 2U) << locality.slug;
  }
}

TEST_F(RealGazetteer, PlacesLieInTheirCountiesRegionsAndCountries) {
  const auto leeds = first_named("leeds");
  for (const auto* area : {"england", "uk", "gb", "united kingdom", "yorkshire", "West Yorkshire", "Reino Unido"}) {
    EXPECT_TRUE(gazetteer().lies_in(leeds, area)) << area;
  }
  EXPECT_FALSE(gazetteer().lies_in(leeds, "scotland"));
  const auto paris_in_texas = gazetteer().with_slug("paris-texas-us");
  ASSERT_TRUE(paris_in_texas);
  for (const auto* area : {"texas", "tx", "USA", "us"}) EXPECT_TRUE(gazetteer().lies_in(*paris_in_texas, area)) << area;
  EXPECT_TRUE(gazetteer().lies_in(first_named("munich"), "bayern"));
  EXPECT_TRUE(gazetteer().lies_in(first_named("munich"), "Deutschland"));
  EXPECT_TRUE(gazetteer().lies_in(first_named("edinburgh"), "scotland"));
}

TEST_F(RealGazetteer, TheNearestPlaceIsAsNearAsALookAtAllPlacesSays) {
  std::vector<LatLon> asked{position_at(90, 0), position_at(-90, 0), position_at(-17, 180), position_at(65, -179.99)};
  std::mt19937 random(7);
  for (int i = 0; i < 8; ++i) {
    asked.push_back(position_at(static_cast<int>(random() % 181) - 90.0, static_cast<int>(random() % 361) - 180.0));
  }
  for (const auto from : asked) {
    double least = 5;
    for (std::uint32_t i = 0; i < gazetteer().size(); ++i) {
      const auto position = gazetteer().at(LocalityNumber{i}).position;
      least = std::min(least, chord_squared(to_unit_vector(from), to_unit_vector(position)));
    }
    const auto found = gazetteer().nearest(from)->position;
    EXPECT_EQ(chord_squared(to_unit_vector(from), to_unit_vector(found)), least) << from.lat() << ", " << from.lon();
  }
}

/// The fewest edits to any name of a place of 1,000 people or more, place by place, by looking at all names.
std::set<std::pair<int, std::uint32_t>> slow_guesses(std::span<const std::byte> bytes, const std::string& key) {
  const auto tables = *GazetteerTables::open(bytes);
  std::map<std::uint32_t, int> edits_of;
  for (std::size_t i = 0; i < tables.names.size(); ++i) {
    const auto name = tables.names[i];
    if (name.population < 1000) continue;
    const auto edits = edit_distance(key, tables.string(name.key), edits_allowed(length(key)));
    if (!edits) continue;
    const auto [entry, is_new] = edits_of.try_emplace(name.locality, *edits);
    if (!is_new) entry->second = std::min(entry->second, *edits);
  }
  std::set<std::pair<int, std::uint32_t>> guesses;
  for (const auto& [locality, edits] : edits_of) guesses.emplace(edits, locality);
  return guesses;
}

TEST_F(RealGazetteer, GuessesForTyposAreThoseOfALookAtAllNames) {
  for (const std::string typo : {"leds", "machester", "birmigham", "muenchn", "santamria", "łodzz", "bristl", "東亰"}) {
    if (!gazetteer().named(typo).empty()) continue;
    std::set<std::pair<int, std::uint32_t>> found;
    for (const auto& match : gazetteer().spelled_like(typo, 1'000'000)) {
      found.emplace(match.edits, static_cast<std::uint32_t>(match.locality.number));
    }
    EXPECT_EQ(found, slow_guesses(file().bytes(), name_key(typo))) << typo;
  }
}

TEST_F(RealGazetteer, TyposOfCitiesAreCorrectedToTheCityFirst) {
  EXPECT_EQ(gazetteer().spelled_like("leds", 1).at(0).locality.name, "Leeds");
  EXPECT_EQ(gazetteer().spelled_like("machester", 1).at(0).locality.name, "Manchester");
  EXPECT_EQ(gazetteer().spelled_like("newcaslte upon tyne", 1).at(0).locality.name, "Newcastle upon Tyne");
}

TEST_F(RealGazetteer, WhatSoundsAlikeIsCorrectedToo) {
  EXPECT_EQ(gazetteer().spelled_like("edinborough", 1).at(0).locality.name, "Edinburgh");
  EXPECT_EQ(gazetteer().spelled_like("middlesborough", 1).at(0).locality.name, "Middlesbrough");
}

TEST_F(RealGazetteer, KnowsCountriesRegionsAndCountiesAsAreas) {
  for (const auto& [asked, code, least_km, most_km] :
       {std::tuple{"wales", "GB.WLS", 80, 250}, std::tuple{"bavaria", "DE.02", 120, 300},
        std::tuple{"bayern", "DE.02", 120, 300}, std::tuple{"germany", "DE", 350, 700},
        std::tuple{"west yorkshire", "GB.ENG.west-yorkshire", 15, 80}, std::tuple{"texas", "US.TX", 400, 1000}}) {
    const auto areas = gazetteer().areas_named(asked);
    ASSERT_FALSE(areas.empty()) << asked;
    EXPECT_EQ(areas[0].code, code);
    EXPECT_GT(areas[0].radius.kilometres(), least_km) << asked;
    EXPECT_LT(areas[0].radius.kilometres(), most_km) << asked;
  }
}

}  // namespace
}  // namespace nearme
