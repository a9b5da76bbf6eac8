#pragma once

#include "geo/metres.hpp"

namespace nearme {

/// The published weights of `sort=best` (docs/ranking.md). They add up to 1, so that scores lie between 0 and 1. There
/// is no term that anybody can buy: a site's own doing counts only by what it offers, what is confirmed of it, and how
/// complete its record is.
struct Weights {
  static constexpr double kNearness = 0.50;
  static constexpr double kMatch = 0.20;
  static constexpr double kEvidence = 0.18;
  static constexpr double kOpen = 0.05;
  static constexpr double kCompleteness = 0.07;
};

/// How much each way of matching is worth, of 1.
struct MatchWorth {
  static constexpr double kOffers = 1.0;
  static constexpr double kName = 1.0;
  static constexpr double kNear = 1.0;
  static constexpr double kMayOffer = 0.25;
  static constexpr double kAlternative = 0.25;
};

/// What a rating that came with the data adds, where the operator lets ratings count: by default they do not. A rating
/// is drawn towards the usual one as if so many people more had given that (Bayesian shrinking), so that a few friends
/// count for little, and a site without ratings stands as the usual one does.
struct RatingWorth {
  static constexpr double kWeight = 0.04;
  static constexpr double kMost = 5;
  static constexpr double kUsual = 4;
  static constexpr double kRatingsOfTheUsual = 20;
};

/// What an unknown opening state is worth between closed (0) and open (1).
constexpr double kUnknownOpenWorth = 0.5;

/// "Near" is the distance within which this many sites of any sort lie, but never less or more than the two lengths.
constexpr std::size_t kSitesThatAreNear = 20;
constexpr Metres kLeastNear = Metres::from_kilometres(1);
constexpr Metres kMostNear = Metres::from_kilometres(40);

}  // namespace nearme
