#include "intake/locate/place_of_row.hpp"

#include <gtest/gtest.h>

#include "geo/distance.hpp"
#include "intake/intake_fixture.hpp"

namespace nearme {
namespace {

struct Cells {
  std::string lat, lon, postcode, city, country;
};

Result<PlaceOfRow> place_of(const Cells& cells, std::string* note = nullptr) {
  auto context = test_context();
  auto row = row_at(2);
  row[Column::lat] = cells.lat;
  row[Column::lon] = cells.lon;
  row[Column::postcode] = cells.postcode;
  row[Column::city] = cells.city;
  row[Column::country] = cells.country;
  auto place = place_of_row(row, context);
  if (note != nullptr) *note = context.notes.sentences().empty() ? "" : context.notes.sentences()[0];
  return place;
}

LatLon leeds() { return *LatLon::make({.lat = 53.7965, .lon = -1.5478}); }

TEST(PlaceOfRow, CoordinatesOfTheSourceAreKeptAsTheyAre) {
  std::string note;
  const auto place = place_of({"53.8", "-1.55", "", "Leeds", "GB"}, &note);
  EXPECT_EQ(place->position, *LatLon::make({.lat = 53.8, .lon = -1.55}));
  EXPECT_FALSE(place->precision);
  EXPECT_EQ(note, "");
}

TEST(PlaceOfRow, WithoutCoordinatesTheTownSaysWhereAndHowExactly) {
  std::string note;
  const auto place = place_of({"", "", "", "LEEDS", "England"}, &note);
  ASSERT_TRUE(place) << place.error().message;
  EXPECT_EQ(place->position, leeds());
  EXPECT_EQ(place->precision, (Precision{.by = Precision::By::town, .within_m = 8000}));
  EXPECT_EQ(note, "sites without coordinates, placed by town: 1 (line 2), such as 'LEEDS'");
}

TEST(PlaceOfRow, ATownWithoutItsCountryIsNotGuessed) {
  const auto place = place_of({"", "", "", "Leeds", ""});
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().message,
            "there are no coordinates, and neither the postcode nor the town is known; nearme gazetteer import brings "
            "postcodes");
  EXPECT_EQ(place.error().parameter, "position");
}

TEST(PlaceOfRow, WithNeitherCoordinatesNorAddressTheLatitudeIsMissing) {
  EXPECT_EQ(place_of({"", "", "", "", "GB"}).error().message, "latitude is missing");
}

TEST(PlaceOfRow, ZeroZeroIsReplacedByTheTownOrRejected) {
  std::string note;
  EXPECT_EQ(place_of({"0", "0", "", "Leeds", "GB"}, &note)->position, leeds());
  EXPECT_TRUE(note.starts_with("coordinates that cannot be right, replaced by the place of the town: 1")) << note;
  EXPECT_EQ(place_of({"0", "0", "", "", "GB"}).error().message, "position is 0, 0, which stands for an unknown one");
}

TEST(PlaceOfRow, SwappedCoordinatesAreTurnedRoundWhereTheAddressOrCountryAgrees) {
  std::string note;
  const auto right = *LatLon::make({.lat = 53.8, .lon = -1.55});
  EXPECT_EQ(place_of({"-1.55", "53.8", "", "Leeds", "GB"}, &note)->position, right);
  EXPECT_EQ(note, "coordinates that were swapped, turned round: 1 (line 2), such as '-1.55, 53.8'");
  EXPECT_EQ(place_of({"-1.55", "53.8", "", "", "GB"})->position, right);
  EXPECT_EQ(place_of({"-97.74", "30.27", "", "", "US"})->position, *LatLon::make({.lat = 30.27, .lon = -97.74}));
  EXPECT_FALSE(place_of({"-97.74", "30.27", "", "", ""}));
}

TEST(PlaceOfRow, CoordinatesThatContradictTheAddressAreKeptAndNoted) {
  std::string note;
  const auto place = place_of({"52.5", "13.4", "", "Leeds", "GB"}, &note);
  EXPECT_EQ(place->position, *LatLon::make({.lat = 52.5, .lon = 13.4}));
  EXPECT_TRUE(note.starts_with("coordinates more than 50 km from their address, kept; one of the two is wrong: 1"))
      << note;
  place_of({"52.5", "13.4", "", "", "GB"}, &note);
  EXPECT_TRUE(note.starts_with("coordinates outside of their country, kept; one of the two is wrong: 1")) << note;
}

}  // namespace
}  // namespace nearme
