#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
