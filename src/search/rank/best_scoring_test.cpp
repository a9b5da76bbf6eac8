#include "search/rank/best_scoring.hpp"

#include <array>
#include <bit>
#include <random>

#include <gtest/gtest.h>

#include "geo/distance.hpp"
#include "index/live/best_of_all.hpp"
#include "index/tree/chord_kernels.hpp"
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

/// The bound of a lane with this distance and quality, among others that are far away and worthless.
float bound_of(const BestScoring& scoring, double least_chord_squared, float most_quality) {
  std::array<float, 64> least;
  least.fill(4);
  std::array<float, 64> qualities{};
  constexpr std::size_t kLane = 41;
  least[kLane] = round_down(least_chord_squared);
  qualities[kLane] = most_quality;
  const auto bound_among = [&](std::uint64_t among) {
    std::array<float, 64> bounds;
    scoring.bounds(
        {.node = {.level = 1, .number = 0}, .least_chords_squared = least, .most_qualities = qualities, .among = among},
        bounds);
    return bounds[kLane];
  };
  const float bound = bound_among(~std::uint64_t{0});
  EXPECT_FLOAT_EQ(bound_among(std::uint64_t{1} << kLane), bound);
  return bound;
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
    EXPECT_LE(scoring.score(site, chord), bound_of(scoring, chord, index.quality(site)));
  }
}

/// The bounds of a site: as one of its leaf, and looked at for itself.
std::array<double, 2> bounds_of_site(const BestScoring& scoring, const Index& index, SitePosition site,
                                     const UnitVector& from) {
  const TreeNode leaf = leaf_of(site);
  const auto lane = static_cast<std::size_t>(child_in_leaf(site));
  std::array<float, 64> least;
  index.boxes().least_chords_squared(leaf, round_both_ways(from), least);
  std::array<float, 64> bounds;
  scoring.bounds({.node = leaf,
                  .least_chords_squared = least,
                  .most_qualities = index.boxes().qualities(leaf),
                  .among = index.boxes().children(leaf)},
                 bounds);
  return {bounds[lane], scoring.bound_of_site(site, least[lane])};
}

TEST(BestScoring, TheBoundOfASiteIsHardlyAboveItsScore) {
  const auto made = index_of(random_directory(7, 500));
  const auto& index = *made.index;
  const OpenMoment moment(index, std::chrono::sys_days{Date{std::chrono::year{2026} / 3 / 4}} + std::chrono::hours{11});
  BestTerms terms{.near = Metres{2000},
                  .match = Match::offers,
                  .offers_confirmed = {index.members().find("offers-confirmed:micro-needling")},
                  .evidence_confirmed = index.members().find("evidence:confirmed"),
                  .evidence_declared = index.members().find("evidence:declared"),
                  .open = &moment};
  const auto from = to_unit_vector(*LatLon::make({.lat = 53.8, .lon = -1.5}));
  // Whether it is closed or nobody knows, and ten metres that the rough position may be off.
  const double left_open = Weights::kOpen * kUnknownOpenWorth + Weights::kNearness * 10 / 2000;
  for (const bool asks_for_treatment : {false, true}) {
    terms.asks_for_treatment = asks_for_treatment;
    const BestScoring scoring(index, terms);
    for (std::uint32_t i = 0; i < index.size(); ++i) {
      const SitePosition site{i};
      const double score = scoring.score(site, chord_squared(from, to_unit_vector(index.position(site))));
      for (const double bound : bounds_of_site(scoring, index, site, from)) {
        EXPECT_LE(score, bound) << i;
        EXPECT_LT(bound, score + left_open) << i;
      }
    }
  }
}

TEST(BestScoring, OfALeafThoseThatCannotReachAScoreAreLeftOutAndNobodyElse) {
  const auto made = index_of(random_directory(11, 500));
  const auto& index = *made.index;
  const OpenMoment moment(index, std::chrono::sys_days{Date{std::chrono::year{2026} / 3 / 4}} + std::chrono::hours{11});
  const BestScoring scoring(index, {.near = Metres{2000},
                                    .match = Match::offers,
                                    .offers_confirmed = {index.members().find("offers-confirmed:micro-needling")},
                                    .asks_for_treatment = true,
                                    .evidence_confirmed = index.members().find("evidence:confirmed"),
                                    .evidence_declared = index.members().find("evidence:declared"),
                                    .open = &moment});
  int left_out = 0;
  for (std::uint32_t leaf = 0; leaf * 64 < index.size(); ++leaf) {
    const std::uint64_t among = index.boxes().children({.level = 0, .number = leaf});
    for (double least_score = 0; least_score < 1; least_score += 0.01) {
      const std::uint64_t promising =
          scoring.promising({.leaf = leaf, .among = among, .least_chord_squared = 1e-7F, .least_score = least_score});
      EXPECT_EQ(promising & ~among, 0U);
      for (std::uint64_t rest = among & ~promising; rest != 0; rest &= rest - 1, ++left_out)
        EXPECT_LT(scoring.score(site_of({.level = 0, .number = leaf}, std::countr_zero(rest)), 1e-7), least_score);
    }
  }
  EXPECT_GT(left_out, 100);
}

TEST(BestScoring, TheBoundFallsWithDistanceAndRisesWithQuality) {
  const auto made = index_of(small_directory());
  const auto scoring = scoring_of(*made.index, Metres{2000});
  EXPECT_GT(bound_of(scoring, 0, 1), bound_of(scoring, 1e-6, 1));
  EXPECT_GT(bound_of(scoring, 1e-6, 1), bound_of(scoring, 1e-6, 0));
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

/// Alpha with one rating, beta without, and whether ratings count.
double rating_term(std::optional<Rating> rating, bool ratings_count) {
  auto listings = small_directory();
  for (auto& listing : listings) listing.site.rating = rating;
  const auto made = index_of(listings);
  const BestScoring scoring{*made.index,
                            {.near = Metres{2000}, .match = Match::offers, .ratings_count = ratings_count}};
  return scoring.explain(*made.index->find("alpha"), 0).rating;
}

TEST(Ratings, DoNotCountUnlessTheOperatorLetsThem) {
  EXPECT_EQ(rating_term(Rating{5, 1000}, false), 0);
  EXPECT_GT(rating_term(Rating{5, 1000}, true), 0);
}

TEST(Ratings, OfAFewPeopleCountForLittle) {
  const auto none = rating_term(std::nullopt, true);
  const auto few = rating_term(Rating{5, 1}, true);
  const auto many = rating_term(Rating{5, 1000}, true);
  EXPECT_GT(few, none);
  EXPECT_LT(few - none, (many - few) / 10);
  EXPECT_LT(rating_term(Rating{1, 1000}, true), none);
}

TEST(Ratings, WithoutPeopleAreNone) {
  EXPECT_EQ(rating_term(Rating{5, 0}, true), rating_term(std::nullopt, true));
  EXPECT_EQ(rating_term(std::nullopt, true), RatingWorth::kWeight * RatingWorth::kUsual / RatingWorth::kMost);
}

TEST(Ratings, StayBelowTheBoundAndWeighLessThanAnyOtherTerm) {
  EXPECT_LT(RatingWorth::kWeight, Weights::kOpen);
  auto listings = random_directory(5, 200);
  std::mt19937 random(7);
  for (auto& listing : listings)
    listing.site.rating = Rating{std::uniform_real_distribution(0.0, 5.0)(random), std::uint32_t(random() % 500)};
  const auto made = index_of(listings);
  const BestScoring scoring{*made.index, {.near = Metres{2000}, .match = Match::offers, .ratings_count = true}};
  for (std::uint32_t i = 0; i < made.index->size(); ++i) {
    const SitePosition site{i};
    EXPECT_LE(scoring.score(site, 0), bound_of(scoring, 0, made.index->quality(site)));
  }
}

TEST(NearDistance, IsShortInACityAndLongInTheCountry) {
  const auto made = index_of(random_directory(5, 800));
  const LiveIndex index(made.index);
  const auto city = near_distance(index, *LatLon::make({.lat = 53.8, .lon = -1.55}));
  const auto country = near_distance(index, *LatLon::make({.lat = 30, .lon = 100}));
  EXPECT_LT(city, country);
  EXPECT_EQ(country, kMostNear);
  EXPECT_GE(city, kLeastNear);
}

TEST(NearDistance, IsThatOfTheTwentiethSiteWithinItsLimits) {
  const auto made = index_of(random_directory(9, 3000));
  const LiveIndex index(made.index);
  std::mt19937 random(11);
  int least = 0;
  for (int i = 0; i < 300; ++i) {
    const auto site = SitePosition{std::uniform_int_distribution<std::uint32_t>(0, made.index->size() - 1)(random)};
    const LatLon from = made.index->position(site);
    const UnitVector at = to_unit_vector(from);
    const Hit last = nearest(*made.index, at, {}, kSitesThatAreNear).back();
    const Metres near = near_distance(index, from);
    EXPECT_EQ(near, std::clamp(to_metres(last.chord_squared), kLeastNear, kMostNear)) << i;
    if (near == kLeastNear) ++least;
  }
  EXPECT_GT(least, 0);
  EXPECT_LT(least, 300);
}

}  // namespace
}  // namespace nearme
