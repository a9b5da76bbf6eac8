#include "search/understand/place_finder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gazetteer/compile/compile.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {
namespace {

using testing::IsEmpty;

LatLon at(double lat, double lon) { return *LatLon::make({.lat = lat, .lon = lon}); }

/// Sites that have the postcode M1 1AE.
class OneSite final : public KnownWords {
 public:
  [[nodiscard]] bool has_word(std::string_view) const override { return false; }
  [[nodiscard]] bool has_words_together(const std::vector<std::string>&) const override { return false; }
  [[nodiscard]] std::vector<LatLon> postcode(std::string_view key) const override {
    if (key == "m11ae" || key == "m1") return {at(53.478, -2.235)};
    return {};
  }
};

Places places() {
  Places made;
  const auto add_area = [&](std::string key, std::string name, std::optional<std::size_t> parent) {
    const auto kind = parent ? NamedArea::Kind::region : NamedArea::Kind::country;
    made.areas.push_back(
        {.key = std::move(key), .parent = parent, .kind = kind, .name = std::move(name), .other_names = {}});
  };
  add_area("GB", "United Kingdom", {});
  add_area("DE", "Germany", {});
  add_area("US", "United States", {});
  add_area("GB.ENG", "England", 0);
  add_area("DE.16", "Berlin", 1);
  add_area("US.NY", "New York", 2);
  const auto add = [&](std::string name, std::size_t area, std::uint32_t people, LatLon position) {
    made.places.push_back({.name = std::move(name),
                           .other_names = {},
                           .area = area,
                           .population = people,
                           .position = position,
                           .time_zone = "UTC"});
  };
  add("Leeds", 3, 455'123, at(53.79648, -1.54785));
  add("Manchester", 3, 395'515, at(53.48095, -2.23743));
  add("Berlin", 4, 3'426'354, at(52.52437, 13.41053));
  add("New York", 5, 8'175'133, at(40.71427, -74.00597));
  add("Buffalo", 5, 276'807, at(42.88645, -78.87837));
  made.postcodes = {{.written = "LS1", .name = "Leeds", .area = 3, .position = at(53.797, -1.548)},
                    {.written = "10115", .name = "Berlin", .area = 4, .position = at(52.5323, 13.3846)},
                    {.written = "10115", .name = "New York", .area = 5, .position = at(40.8111, -73.9642)},
                    {.written = "1012", .name = "Amsterdam", .area = 1, .position = at(52.37, 4.9)}};
  return made;
}

PlaceReading called(std::string_view words) {
  static const auto bytes = compile_gazetteer(places());
  static const auto gazetteer = *Gazetteer::open(bytes);
  static const OneSite known;
  return PlaceFinder{gazetteer, known}.called(words);
}

TEST(PlaceFinder, FindsAPostcodeHoweverItIsWritten) {
  for (const auto* words : {"LS1", "ls1", " Ls1 "}) EXPECT_EQ(called(words).name, "LS1") << words;
  EXPECT_EQ(called("m1 1ae").name, "M1 1AE");
  EXPECT_EQ(called("M11AE").postcodes.at(0).country, "GB");
  EXPECT_THAT(called("LS1").corrections, IsEmpty());
}

TEST(PlaceFinder, AFullPostcodeThatNobodyKnowsIsItsDistrictAndSaysSo) {
  for (const auto* words : {"LS1 4ZZ", "ls14zz"}) {
    const auto found = called(words);
    ASSERT_EQ(found.postcodes.size(), 1U) << words;
    EXPECT_EQ(found.name, "LS1");
    EXPECT_EQ(found.corrections.at(0).from, "LS1 4ZZ");
    EXPECT_EQ(found.corrections.at(0).to, "LS1");
  }
  EXPECT_EQ(called("M1 9ZZ").name, "M1");  // of the sites
  EXPECT_TRUE(called("ZE9 9ZZ").empty());
}

TEST(PlaceFinder, AFormOfOneCountryIsOnlyLookedForThere) {
  EXPECT_EQ(called("10115").postcodes.size(), 2U);
  ASSERT_EQ(called("D-10115").postcodes.size(), 1U);
  EXPECT_EQ(called("D-10115").postcodes[0].country, "DE");
  ASSERT_EQ(called("10115-1234").postcodes.size(), 1U);
  EXPECT_EQ(called("10115-1234").postcodes[0].country, "US");
  EXPECT_TRUE(called("10-115").empty());
}

TEST(PlaceFinder, ATownBesideAPostcodeSaysWhichIsMeant) {
  for (const auto* words : {"10115 Berlin", "Berlin 10115", "Berlin, 10115", "10115 berlin germany"}) {
    const auto found = called(words);
    ASSERT_EQ(found.postcodes.size(), 1U) << words;
    EXPECT_EQ(found.postcodes[0].country, "DE") << words;
  }
  EXPECT_EQ(called("10115 New York").postcodes.at(0).country, "US");
  EXPECT_EQ(called("Leeds LS1").name, "LS1");
}

TEST(PlaceFinder, ATownBesideAPostcodeThatNobodyKnowsIsTheTown) {
  const auto found = called("99999 Berlin");
  ASSERT_EQ(found.localities.size(), 1U);
  EXPECT_EQ(found.localities[0].locality.country, "DE");
  EXPECT_EQ(found.corrections.at(0).to, "Berlin");
}

TEST(PlaceFinder, AnAreaThatIsItsTownIsLeftOut) {
  EXPECT_THAT(called("Berlin").areas, IsEmpty());
  EXPECT_EQ(called("England").areas.at(0).code, "GB.ENG");
  EXPECT_EQ(called("germany").areas.at(0).kind, GazetteerArea::Kind::country);
  EXPECT_TRUE(called("atlantis").empty());
  EXPECT_TRUE(called("").empty());
}

}  // namespace
}  // namespace nearme
