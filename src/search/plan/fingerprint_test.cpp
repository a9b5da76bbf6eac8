#include "search/plan/fingerprint.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Fingerprint, PagesOfOneQuestionShareIt) {
  SearchRequest request{.q = "peel", .now = *parse_instant("2026-11-22T12:00:00Z")};
  const auto first = fingerprint(request);
  request.limit = 50;
  request.cursor = "x";
  request.explain = true;
  request.now += std::chrono::hours{1};
  EXPECT_EQ(fingerprint(request), first);
}

TEST(Fingerprint, EveryPartOfTheQuestionCounts) {
  const SearchRequest base{.q = "peel"};
  const auto differs = [&](auto change) {
    SearchRequest other = base;
    change(other);
    return fingerprint(other) != fingerprint(base);
  };
  EXPECT_TRUE(differs([](auto& r) { r.q = "peels"; }));
  EXPECT_TRUE(differs([](auto& r) { r.near = "Leeds"; }));
  EXPECT_TRUE(differs([](auto& r) { r.at = *LatLon::make({.lat = 1, .lon = 2}); }));
  EXPECT_TRUE(differs([](auto& r) { r.box = *GeoBox::make({0, 0, 1, 1}); }));
  EXPECT_TRUE(differs([](auto& r) { r.radius = Metres{5}; }));
  EXPECT_TRUE(differs([](auto& r) { r.treatments = {TreatmentId{"prp"}}; }));
  EXPECT_TRUE(differs([](auto& r) { r.with_treatments = {TreatmentId{"prp"}}; }));
  EXPECT_TRUE(differs([](auto& r) { r.without_treatments = {TreatmentId{"prp"}}; }));
  EXPECT_TRUE(differs([](auto& r) { r.concerns = {ConcernId{"rosacea"}}; }));
  EXPECT_TRUE(differs([](auto& r) { r.without_kinds = {KindId{"dentist"}}; }));
  EXPECT_TRUE(differs([](auto& r) { r.without_languages = {"pl"}; }));
  EXPECT_TRUE(differs([](auto& r) { r.countries = {"GB"}; }));
  EXPECT_TRUE(differs([](auto& r) { r.without_countries = {"GB"}; }));
  EXPECT_TRUE(differs([](auto& r) { r.text = "alpha"; }));
  EXPECT_TRUE(differs([](auto& r) { r.only_confirmed = true; }));
  EXPECT_TRUE(differs([](auto& r) { r.only_wheelchair = true; }));
  EXPECT_TRUE(differs([](auto& r) { r.currency = "GBP"; }));
  EXPECT_TRUE(differs([](auto& r) { r.kinds = {KindId{"dentist"}}; }));
  EXPECT_TRUE(differs([](auto& r) { r.open_now = true; }));
  EXPECT_TRUE(differs([](auto& r) { r.languages = {"pl"}; }));
  EXPECT_TRUE(differs([](auto& r) { r.price_max_hundredths = 0; }));
  EXPECT_TRUE(differs([](auto& r) { r.sort = Sort::name; }));
}

}  // namespace
}  // namespace nearme
