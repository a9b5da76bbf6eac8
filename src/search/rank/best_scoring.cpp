#include "search/rank/best_scoring.hpp"

#include <algorithm>

#include "index/live/best_of_all.hpp"
#include "index/quality.hpp"
#include "search/rank/weights.hpp"

namespace nearme {
namespace {

constexpr double worth_of(Match match) {
  switch (match) {
    case Match::offers:
      return MatchWorth::kOffers;
    case Match::may_offer:
      return MatchWorth::kMayOffer;
    case Match::alternative:
      return MatchWorth::kAlternative;
    case Match::name:
      return MatchWorth::kName;
    case Match::near:
      return MatchWorth::kNear;
  }
  return 0;
}

void add_nearest(std::vector<double>& chords_squared, const std::vector<Hit>& hits) {
  for (const Hit& hit : hits) chords_squared.push_back(hit.chord_squared);
}

/// How far the last of the sites that are near is, within what near may mean.
Metres distance_of_last(std::vector<double> chords_squared) {
  if (chords_squared.size() < kSitesThatAreNear) return kMostNear;
  const auto last = chords_squared.begin() + kSitesThatAreNear - 1;
  std::ranges::nth_element(chords_squared, last);
  return std::clamp(to_metres(*last), kLeastNear, kMostNear);
}

/// A quality is a fixed mixture of evidence and completeness; the dearer of the two bounds them both.
constexpr double kWorthOfQuality =
    std::max(Weights::kEvidence / quality::kEvidenceWeight, Weights::kCompleteness / quality::kCompletenessWeight);

BestBounds bounds_of(const BestTerms& terms) {
  const double rating = terms.ratings_count ? RatingWorth::kWeight : 0;
  return {.nearness = terms.near ? static_cast<float>(Weights::kNearness) : 0,
          .nears_in_a_chord = terms.near ? static_cast<float>(kEarthRadiusMetres / terms.near->count()) : 0,
          .worth_of_quality = static_cast<float>(kWorthOfQuality),
          .most_from_quality = static_cast<float>(Weights::kEvidence + Weights::kCompleteness),
          .whatever_else = static_cast<float>(Weights::kMatch * worth_of(terms.match) + Weights::kOpen + rating)};
}

}  // namespace

BestScoring::BestScoring(const Index& index, BestTerms terms)
    : index_(index), terms_(std::move(terms)), bounds_(bounds_of(terms_)) {}

double BestScoring::score(SitePosition site, double chord_squared) const { return explain(site, chord_squared).score; }

Why BestScoring::explain(SitePosition site, double chord_squared) const {
  Why why{.nearness = Weights::kNearness * nearness(chord_squared),
          .match = Weights::kMatch * worth_of(terms_.match),
          .evidence = Weights::kEvidence * evidence(site),
          .open = Weights::kOpen * open(site),
          .completeness = Weights::kCompleteness * completeness(site),
          .rating = terms_.ratings_count ? RatingWorth::kWeight * rating(site) : 0};
  why.score = why.nearness + why.match + why.evidence + why.open + why.completeness + why.rating;
  return why;
}

double BestScoring::nearness(double chord_squared) const {
  if (!terms_.near) return 0;
  return 1 / (1 + to_metres(chord_squared).count() / terms_.near->count());
}

double BestScoring::evidence(SitePosition site) const {
  const auto has = [&](const BitTrie& sites) { return sites.contains(site); };
  const bool site_confirmed = has(terms_.evidence_confirmed);
  if (terms_.asks_for_treatment ? std::ranges::any_of(terms_.offers_confirmed, has) : site_confirmed)
    return quality::kConfirmedEvidence;
  return site_confirmed || has(terms_.evidence_declared) ? quality::kDeclaredEvidence : 0;
}

double BestScoring::completeness(SitePosition site) const {
  const double site_evidence = terms_.evidence_confirmed.contains(site)  ? quality::kConfirmedEvidence
                               : terms_.evidence_declared.contains(site) ? quality::kDeclaredEvidence
                                                                         : 0;
  const double rest = static_cast<double>(index_.quality(site)) - quality::kEvidenceWeight * site_evidence;
  return std::clamp(rest / quality::kCompletenessWeight, 0.0, 1.0);
}

double BestScoring::open(SitePosition site) const {
  if (terms_.open == nullptr) return kUnknownOpenWorth;
  switch (terms_.open->state(site)) {
    case OpenState::open:
      return 1;
    case OpenState::closed:
      return 0;
    case OpenState::unknown:
      return kUnknownOpenWorth;
  }
  return kUnknownOpenWorth;
}

double BestScoring::rating(SitePosition site) const {
  using Worth = RatingWorth;
  const auto given = index_.rating(site).value_or(Rating{});
  const double people = given.count;
  const double shrunk =
      (given.value * people + Worth::kUsual * Worth::kRatingsOfTheUsual) / (people + Worth::kRatingsOfTheUsual);
  return std::clamp(shrunk / Worth::kMost, 0.0, 1.0);
}

Metres near_distance(const LiveIndex& index, LatLon from) {
  std::vector<double> chords;
  for (const Segment& segment : index.segments())
    add_nearest(chords, nearest(*segment.index, to_unit_vector(from), segment.all(), kSitesThatAreNear));
  return distance_of_last(std::move(chords));
}

Metres near_distance(const Index& index, LatLon from) {
  std::vector<double> chords;
  add_nearest(chords, nearest(index, to_unit_vector(from), {}, kSitesThatAreNear));
  return distance_of_last(std::move(chords));
}

}  // namespace nearme
