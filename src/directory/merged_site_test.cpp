#include "directory/merged_site.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

Site record(const char* id, const char* source) {
  Site site{.id = SiteId(id), .source = SourceId(source), .position = *LatLon::make({.lat = 1, .lon = 2})};
  site.name = id;
  return site;
}

TEST(MergedSite, OfNoRecordIsAnErrorAndOfOneIsThatOne) {
  EXPECT_FALSE(merged_site({}));
  EXPECT_EQ(merged_site({record("a", "x")}), record("a", "x"));
}

TEST(MergedSite, TakesEachFieldFromTheFirstRecordThatHasIt) {
  auto first = record("a", "x");
  auto second = record("b", "y");
  first.phone = "+441134960000";
  second.phone = "+441134960001";
  second.email = "a@b.example";
  second.address.city = "Leeds";
  const auto merged = merged_site({first, second}).value();
  EXPECT_EQ(merged.id, SiteId("a"));
  EXPECT_EQ(merged.source, SourceId("x"));
  EXPECT_EQ(merged.phone, "+441134960000");
  EXPECT_EQ(merged.email, "a@b.example");
  EXPECT_EQ(merged.address.city, "Leeds");
}

TEST(MergedSite, AnAddressIsNeverPutTogetherOfTwo) {
  auto first = record("a", "x");
  auto second = record("b", "y");
  first.address.city = "Leeds";
  second.address = {.street = "1 Quay", .city = "York", .region = {}, .postcode = {}, .country = {}};
  EXPECT_EQ(merged_site({first, second})->address, first.address);
}

TEST(MergedSite, CoordinatesOfASourceComeBeforeThoseOfAPostcode) {
  auto first = record("a", "x");
  auto second = record("b", "y");
  first.precision = Precision{.by = Precision::By::postcode, .within_m = 2000};
  second.position = *LatLon::make({.lat = 3, .lon = 4});
  const auto merged = merged_site({first, second}).value();
  EXPECT_EQ(merged.position, second.position);
  EXPECT_FALSE(merged.precision);
  first.precision.reset();
  EXPECT_EQ(merged_site({first, second})->position, first.position);
}

TEST(MergedSite, ListsAreThoseOfAllAndTheFirstPriceStands) {
  auto first = record("a", "x");
  auto second = record("b", "y");
  first.kinds = {KindId("dentist")};
  second.kinds = {KindId("pharmacy"), KindId("dentist")};
  first.offers = {
      {.treatment = TreatmentId("botox"), .price = Money{.hundredths = 1000, .currency = "GBP"}, .practitioners = {}}};
  second.offers = {
      {.treatment = TreatmentId("botox"), .price = Money{.hundredths = 2000, .currency = "GBP"}, .practitioners = {}},
      {.treatment = TreatmentId("peel"), .price = {}, .practitioners = {}}};
  const auto merged = merged_site({first, second}).value();
  EXPECT_EQ(merged.kinds, (std::vector{KindId("dentist"), KindId("pharmacy")}));
  ASSERT_EQ(merged.offers.size(), 2U);
  EXPECT_EQ(merged.offers[0], first.offers[0]);
}

TEST(OriginsOf, SayWhichSourceWonEachFieldAndKeepWhatTheOthersSaid) {
  auto first = record("a", "x");
  auto second = record("b", "y");
  second.phone = "+441134960001";
  for (const auto& origin : origins_of({first, second})) {
    if (origin.field == "name") {
      EXPECT_EQ(origin.won, (FieldOrigin::Said{SourceId("x"), "\"a\""}));
      EXPECT_EQ(origin.lost, (std::vector{FieldOrigin::Said{SourceId("y"), "\"b\""}}));
    }
    if (origin.field == "phone") {
      EXPECT_EQ(origin.won.source, SourceId("y"));
    }
    if (origin.field == "position") {
      EXPECT_TRUE(origin.lost.empty()) << "they agree";
    }
  }
}

}  // namespace
}  // namespace nearme
