#include "search/rank/best_scoring.hpp"

#include <random>

#include <gtest/gtest.h>

#include "geo/distance.hpp"
#include "search/rank/weights.hpp"
#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

BestScoring scoring_of(const Index& index, std::optional<Metres> near) {
  return {index,
          {.near = near,
           .match = Match::offers,
           .evidence_confirmed = index.members().find("evidence:confirmed"),
           .evidence_declared = index.members().find("evidence:declared")}};
}

TEST(Weights, AddUpToOne) {
  EXPECT_NEAR(Weights::kNearness + Weights::kMatch + Weights::kEvidence + Weights::kOpen + Weights::kCompleteness, 1,
              1e-12);
}

TEST(BestScoring, NoSiteScoresAboveTheBoundOfItsDistanceAndQuality) {
  const auto made = index_of(random_directory(3, 300));
  const auto& index = *made.index;
  const auto scoring = scoring_of(index, Metres{2000});
  const auto from = to_unit_vector(*LatLon::make({.lat = 53.8, .lon = -1.5}));
  for (std::uint32_t i = 0; i < index.size(); ++i) {
    const SitePosition site{i};
    const auto chord = chord_squared(from, to_unit_vector(index.position(site)));
    EXPECT_LE(scoring.score(site, chord), scoring.bound(chord, index.quality(site)));
  }
}

TEST(BestScoring, TheBoundFallsWithDistanceAndRisesWithQuality) {
  const auto made = index_of(small_directory());
  const auto scoring = scoring_of(*made.index, Metres{2000});
  EXPECT_GT(scoring.bound(0, 1), scoring.bound(1e-6, 1));
  EXPECT_GT(scoring.bound(1e-6, 1), scoring.bound(1e-6, 0));
}

TEST(BestScoring, OfTwoEqualSitesTheNearerScoresHigher) {
  const auto made = index_of(small_directory());
  const auto scoring = scoring_of(*made.index, Metres{2000});
  const auto site = *made.index->find("alpha");
  EXPECT_GT(scoring.score(site, to_chord_squared(Metres{100})), scoring.score(site, to_chord_squared(Metres{200})));
}

TEST(BestScoring, ConfirmedEvidenceIsWorthMoreThanNone) {
  const auto made = index_of(small_directory());
  const auto scoring = scoring_of(*made.index, std::nullopt);
  EXPECT_GT(scoring.explain(*made.index->find("alpha"), 0).evidence,
            scoring.explain(*made.index->find("beta"), 0).evidence);
}

TEST(NearDistance, IsShortInACityAndLongInTheCountry) {
  const auto made = index_of(random_directory(5, 800));
  const auto city = near_distance(*made.index, *LatLon::make({.lat = 53.8, .lon = -1.55}));
  const auto country = near_distance(*made.index, *LatLon::make({.lat = 30, .lon = 100}));
  EXPECT_LT(city, country);
  EXPECT_EQ(country, kMostNear);
  EXPECT_GE(city, kLeastNear);
}

}  // namespace
}  // namespace nearme
