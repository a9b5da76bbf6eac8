#include <array>
#include <random>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "index/entry/evidence.hpp"
#include "search/search.hpp"
#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

const Instant kSundayNoon = *parse_instant("2026-11-22T12:00:00Z");

/// A clinic in Leeds that offers micro-needling, with everything that the published terms look at.
Listing clinic(const std::string& id) {
  auto listing = listing_at(id, "Alpha Skin Clinic", {.lat = 53.80, .lon = -1.55});
  listing.site.offers = {{.treatment = TreatmentId{"micro-needling"},
                          .price = Money{.hundredths = 12'000, .currency = "GBP"},
                          .practitioners = {}}};
  listing.site.address = {.street = "1 Park Row", .city = "Leeds", .region = "England", .country = "GB"};
  listing.site.description = "A clinic.";
  listing.site.website = "https://alpha.example/";
  return listing;
}

/// The same with whatever an operator could take money for: a better name, words, links, ratings, a level.
Listing adorned(const std::string& id) {
  auto listing = clinic(id);
  auto& site = listing.site;
  site.name = "Alpha Skin Clinic, verified premium partner";
  site.source = SourceId{"sponsors"};
  site.description = "Sponsored. Featured. Number one.";
  site.website = "https://premium.example/?from=nearme";
  site.booking_url = "https://premium.example/book";
  site.email = "gold@premium.example";
  site.other_services = {"gold membership"};
  site.languages = {"en", "de"};
  site.rating = Rating{.value = 5, .count = 100'000};
  site.offers[0].price = Money{.hundredths = 1, .currency = "GBP"};
  listing.standings = {{.treatment = TreatmentId{"micro-needling"}, .level = OfferLevel::confirmed, .needs = {}}};
  return listing;
}

/// An answer and the index that its results point into.
struct Asked {
  TestIndex made;
  SearchAnswer answer;
};

Asked answer_of(const std::vector<Listing>& listings) {
  auto made = index_of(listings);
  const Search search{made.index, real_catalogue(), small_gazetteer()};
  SearchRequest request{.q = "micro-needling near Leeds", .now = kSundayNoon};
  request.explain = true;
  auto answer = search.run(request).value();
  return {.made = std::move(made), .answer = std::move(answer)};
}

TEST(OrderForSale, NothingThatAnOperatorCouldSellEntersTheScore) {
  const auto [made, answer] = answer_of({clinic("a"), adorned("b"), clinic("c")});
  ASSERT_EQ(answer.results.size(), 3);
  for (const auto& result : answer.results) {
    ASSERT_TRUE(result.why);
    EXPECT_EQ(result.why->score, answer.results[0].why->score);
    EXPECT_EQ(result.why->evidence, answer.results[0].why->evidence);
    EXPECT_EQ(result.why->completeness, answer.results[0].why->completeness);
  }
}

/// What may be claimed of the clinic or of somebody there, of one treatment or of all, in every state.
Claim random_claim(std::mt19937& random) {
  const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  constexpr std::array kSubjects{"a", "p"};
  constexpr std::array kClaims{"licence", "registration", "inspection", "insurance", "exclusion"};
  Claim claim;
  claim.subject_id = kSubjects.at(below(2));
  claim.claim = kClaims.at(below(5));
  if (below(3) > 0) claim.checked_by = "Council";
  claim.checked_at = kTestDay;
  if (below(5) == 0) claim.expires_at = Date{std::chrono::year{2026} / 11 / 1};
  claim.contradicted = below(8) == 0;
  if (below(2) == 0) claim.treatment = TreatmentId{below(2) == 0 ? "micro-needling" : "prp"};
  return claim;
}

TEST(OrderForSale, WhatIsClaimedOfOneTreatmentNeverConfirmsOrSpoilsAnother) {
  for (unsigned seed = 1; seed <= 2'000; ++seed) {
    std::mt19937 random(seed);
    auto listing = clinic("a");
    listing.site.offers.push_back({.treatment = TreatmentId{"prp"}, .price = {}, .practitioners = {}});
    if (random() % 2 == 0)
      listing.practitioners = {
          {.id = PractitionerId{"p"}, .source = SourceId{"test"}, .treatments = {TreatmentId{"prp"}}}};
    for (auto left = random() % 6; left > 0; --left) listing.claims.push_back(random_claim(random));
    const bool before = is_confirmed(listing.site.offers[1], listing, kTestDay);
    auto more = random_claim(random);
    more.treatment = TreatmentId{"micro-needling"};
    listing.claims.push_back(more);
    ASSERT_EQ(is_confirmed(listing.site.offers[1], listing, kTestDay), before) << "seed " << seed;
  }
}

TEST(OrderForSale, EqualScoresStandById) {
  const auto [made, answer] = answer_of({adorned("z"), clinic("m"), adorned("a")});
  std::vector<std::string> ids;
  for (const auto& result : answer.results) ids.push_back(nlohmann::json::parse(result.ready_json)["id"]);
  EXPECT_EQ(ids, (std::vector<std::string>{"a", "m", "z"}));
}

TEST(OrderForSale, TheScoreIsTheSumOfThePublishedTermsAndNothingMore) {
  const auto [made, answer] = answer_of({clinic("a"), adorned("b")});
  for (const auto& result : answer.results) {
    const auto& why = *result.why;
    EXPECT_DOUBLE_EQ(why.score, why.nearness + why.match + why.evidence + why.open + why.completeness);
    EXPECT_LE(why.score, 1);
  }
}

}  // namespace
}  // namespace nearme
