#include "search/rank/best_scoring.hpp"

#include <algorithm>
#include <bit>
#include <limits>

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

/// Whether as many sites as are near lie within a distance: found out without ordering them.
bool are_so_many_within(Metres distance, const LiveIndex& index, const UnitVector& from) {
  constexpr std::uint64_t kAnyBudget = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t sites = 0;
  for (const Segment& segment : index.segments()) {
    Filter within = segment.all();
    within.radius = distance;
    sites += count_up_to(kSitesThatAreNear - sites,
                         {.index = *segment.index, .from = from, .filter = within, .budget = kAnyBudget});
    if (sites >= kSitesThatAreNear) return true;
  }
  return false;
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
          .match_and_rating = static_cast<float>(Weights::kMatch * worth_of(terms.match) + rating)};
}

bool is_in(std::uint64_t leaf, SitePosition site) { return (leaf >> child_in_leaf(site) & 1) != 0; }

/// For so few sites of a leaf it is not looked up what is known of them: each is looked at for itself.
constexpr int kFew = 2;

}  // namespace

BestScoring::BestScoring(const Index& index, BestTerms terms)
    : index_(index), terms_(std::move(terms)), bounds_(bounds_of(terms_)) {}

void BestScoring::bounds(const BoundedChildren& children, std::span<float, 64> out) const {
  const bool is_worth_a_closer_look = children.node.level == 0 && std::popcount(children.among) > kFew;
  if (!is_worth_a_closer_look) return write_best_bounds(bounds_, children, out);
  write_best_bounds(bounds_, evidence_of_leaf(children.node.number), children, out);
}

double BestScoring::bound_of_site(SitePosition site, float least_chord_squared) const {
  return best_bound(bounds_, evidence_of_leaf(leaf_of(site).number), child_in_leaf(site),
                    {.least_chord_squared = least_chord_squared, .quality = index_.quality(site)});
}

std::uint64_t BestScoring::promising(const LeafInReach& sites) const {
  return promising_sites(bounds_, evidence_of_leaf(sites.leaf), sites);
}

const LeafEvidence& BestScoring::evidence_of_leaf(std::uint32_t number) const {
  if (known_leaf_ != number) {
    known_leaf_ = number;
    known_evidence_ = look_up(number);
  }
  return known_evidence_;
}

LeafEvidence BestScoring::look_up(std::uint32_t number) const {
  LeafEvidence evidence{.confirmed = terms_.evidence_confirmed.leaf_word(number),
                        .declared = terms_.evidence_declared.leaf_word(number),
                        .open = terms_.open == nullptr ? 0 : terms_.open->open_sites().leaf_word(number)};
  if (!terms_.asks_for_treatment) evidence.offer_confirmed = evidence.confirmed;
  for (const BitTrie& sites : terms_.offers_confirmed) evidence.offer_confirmed |= sites.leaf_word(number);
  return evidence;
}

double BestScoring::score(SitePosition site, double chord_squared) const { return explain(site, chord_squared).score; }

Why BestScoring::explain(SitePosition site, double chord_squared) const {
  const double evidence_at_all = evidence_of_site(site);
  Why why{.nearness = Weights::kNearness * nearness(chord_squared),
          .match = Weights::kMatch * worth_of(terms_.match),
          .evidence = Weights::kEvidence * evidence(site, evidence_at_all),
          .open = Weights::kOpen * open(site),
          .completeness = Weights::kCompleteness * completeness(site, evidence_at_all),
          .rating = terms_.ratings_count ? RatingWorth::kWeight * rating(site) : 0};
  why.score = why.nearness + why.match + why.evidence + why.open + why.completeness + why.rating;
  return why;
}

double BestScoring::nearness(double chord_squared) const {
  if (!terms_.near) return 0;
  return 1 / (1 + to_metres(chord_squared).count() / terms_.near->count());
}

double BestScoring::evidence_of_site(SitePosition site) const {
  const LeafEvidence& known = evidence_of_leaf(leaf_of(site).number);
  if (is_in(known.confirmed, site)) return quality::kConfirmedEvidence;
  return is_in(known.declared, site) ? quality::kDeclaredEvidence : quality::kNoEvidence;
}

double BestScoring::evidence(SitePosition site, double of_site) const {
  if (!terms_.asks_for_treatment) return of_site;
  const LeafEvidence& known = evidence_of_leaf(leaf_of(site).number);
  return is_in(known.offer_confirmed, site) ? quality::kConfirmedEvidence
                                            : std::min(of_site, quality::kDeclaredEvidence);
}

double BestScoring::completeness(SitePosition site, double evidence_of_site) const {
  const double rest = static_cast<double>(index_.quality(site)) - quality::kEvidenceWeight * evidence_of_site;
  return std::clamp(rest / quality::kCompletenessWeight, 0.0, 1.0);
}

double BestScoring::open(SitePosition site) const {
  if (terms_.open == nullptr) return kUnknownOpenWorth;
  if (is_in(evidence_of_leaf(leaf_of(site).number).open, site)) return 1;
  return terms_.open->state(site) == OpenState::closed ? 0 : kUnknownOpenWorth;
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
  const UnitVector at = to_unit_vector(from);
  if (are_so_many_within(kLeastNear, index, at)) return kLeastNear;
  std::vector<double> chords;
  for (const Segment& segment : index.segments()) {
    for (const Hit& hit : nearest(*segment.index, at, segment.all(), kSitesThatAreNear))
      chords.push_back(hit.chord_squared);
  }
  return distance_of_last(std::move(chords));
}

}  // namespace nearme
