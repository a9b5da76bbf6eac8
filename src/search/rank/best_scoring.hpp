#pragma once

#include <optional>
#include <vector>

#include "index/live/live_index.hpp"
#include "index/walk/walk.hpp"
#include "search/open/open_moment.hpp"
#include "search/rank/best_bounds.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// What the score of `sort=best` depends on, besides the site.
struct BestTerms {
  std::optional<Metres> near;             ///< the distance that counts as near here; none without a position
  Match match = Match::near;              ///< how the sites of this walk answer the question
  std::vector<BitTrie> offers_confirmed;  ///< of the treatments asked for; when empty the site's own evidence counts
  bool asks_for_treatment = false;
  BitTrie evidence_confirmed;
  BitTrie evidence_declared;
  const OpenMoment* open = nullptr;  ///< lives as long as the scoring
  bool ratings_count = false;        ///< that the operator lets them
};

/// The smooth score of the default order: weighted nearness, match, evidence, open state and completeness
/// (rank/weights.hpp). For one walk at a time: it remembers what it has looked up last.
class BestScoring final : public Scoring {
 public:
  BestScoring(const Index& index, BestTerms terms);

  [[nodiscard]] double score(SitePosition site, double chord_squared) const override;
  void bounds(const BoundedChildren& children, std::span<float, 64> out) const override;
  [[nodiscard]] bool tells_leaves_apart() const override { return true; }
  [[nodiscard]] std::uint64_t promising(const LeafInReach& sites) const override;
  [[nodiscard]] double bound_of_site(SitePosition site, float least_chord_squared) const override;

  /// Far away everything but distance counts, and of that the bound of a whole node says little.
  [[nodiscard]] double matches_worth_a_sweep() const override { return 1000; }

  /// The terms of a score; they add up to it.
  [[nodiscard]] Why explain(SitePosition site, double chord_squared) const;

 private:
  [[nodiscard]] double nearness(double chord_squared) const;
  /// What the site can show at all, of 1, and what of that counts for the question.
  [[nodiscard]] double evidence_of_site(SitePosition site) const;
  [[nodiscard]] double evidence(SitePosition site, double of_site) const;
  [[nodiscard]] double completeness(SitePosition site, double evidence_of_site) const;
  [[nodiscard]] double open(SitePosition site) const;
  [[nodiscard]] double rating(SitePosition site) const;
  [[nodiscard]] const LeafEvidence& evidence_of_leaf(std::uint32_t number) const;
  [[nodiscard]] LeafEvidence look_up(std::uint32_t leaf) const;

  const Index& index_;
  BestTerms terms_;
  BestBounds bounds_;
  mutable std::optional<std::uint32_t> known_leaf_;
  mutable LeafEvidence known_evidence_;  ///< of that leaf
};

/// What counts as near at a position: adapts to how densely sites lie there.
Metres near_distance(const LiveIndex& index, LatLon from);

}  // namespace nearme
