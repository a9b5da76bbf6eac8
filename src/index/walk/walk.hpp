#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "geo/distance.hpp"
#include "index/image/index.hpp"
#include "index/walk/filter.hpp"

namespace nearme {

/// A result of a walk.
struct Hit {
  SitePosition site{};
  double chord_squared = 0;  ///< exact, from the stored position
  double score = 0;
};

/// A number for each of 64 children.
using Lanes64 = std::span<const float, 64>;

/// The children of a node, and what bounds are worked out from. Only those of the children `among` are asked for, a bit
/// each.
struct BoundedChildren {
  TreeNode node;
  Lanes64 least_chords_squared;
  Lanes64 most_qualities;
  std::uint64_t among;
};

/// Sites of a leaf, none of which is nearer than the box that all of them lie in, and the score that they have to
/// reach.
struct LeafInReach {
  std::uint32_t leaf;
  std::uint64_t among;
  float least_chord_squared;
  double least_score;
};

/// What "better" means. Implementations are pure: the same arguments give the same number.
class Scoring {
 public:
  virtual ~Scoring() = default;
  [[nodiscard]] virtual double score(SitePosition site, double chord_squared) const = 0;
  /// Lane by lane: no site at least so far away, with at most this quality, may score higher. Lanes of other children
  /// may hold anything.
  virtual void bounds(const BoundedChildren& children, std::span<float, 64> out) const = 0;
  /// Whether `promising` says anything.
  [[nodiscard]] virtual bool tells_leaves_apart() const { return false; }
  /// Those of the sites of a leaf that may reach a score, as far as that can be told without a look at their places.
  [[nodiscard]] virtual std::uint64_t promising(const LeafInReach& sites) const { return sites.among; }
  /// For a site that the bound of its lane lets pass: a lower one, where more can be told from the site itself.
  [[nodiscard]] virtual double bound_of_site(SitePosition, float /*least_chord_squared*/) const {
    return std::numeric_limits<double>::infinity();
  }
  /// Up to how many matches a result it costs less to look at all matches than to go by bounds: more where bounds say
  /// little, infinitely many where they say nothing.
  [[nodiscard]] virtual double matches_worth_a_sweep() const { return 4; }
};

/// Nearest first.
class NearestFirst final : public Scoring {
 public:
  [[nodiscard]] double score(SitePosition, double chord_squared) const override { return -chord_squared; }
  void bounds(const BoundedChildren& children, std::span<float, 64> out) const override;
};

/// Where a page of results ended: the next one holds what stands strictly behind it.
struct After {
  double score = 0;
  double chord_squared = 0;
  std::string_view id;
};

/// Whether hit `a` stands before hit `b`: higher score, then nearer, then smaller id. A strict total order.
bool stands_before(const Index& index, const Hit& a, const Hit& b);

/// What `best` is asked. Refers to what its asker keeps for as long as the walk takes.
struct BestQuestion {
  const Index& index;
  const UnitVector& from;
  const Filter& filter;
  const Scoring& scoring;
  std::size_t limit;
  std::optional<After> after = {};  ///< only what stands behind it
};

/// The `limit` best sites that pass the filter, best first, exactly: a best-first walk down the box tree and the tries
/// at once, which ends when no unseen node can hold a better one.
std::vector<Hit> best(const BestQuestion& question);

/// What is asked of all matches. `budget` is how many words of the sets may be looked at, some two nanoseconds each.
struct MatchingQuestion {
  const Index& index;
  const UnitVector& from;
  const Filter& filter;
  std::uint64_t budget;
};

/// How many sites pass the filter; a lower bound where the budget was too small. Whole subtrees inside the area are
/// counted by their words.
struct Count {
  std::uint64_t sites = 0;
  bool is_exact = true;
};
Count count(const MatchingQuestion& question);

/// How many sites pass the filter, where that is fewer than `enough`; else `enough` or more. Ends as soon as there are
/// enough.
std::uint64_t count_up_to(std::uint64_t enough, const MatchingQuestion& question);

/// The sites that pass the filter; some of them where the budget was too small.
struct Matches {
  OwnedBitTrie sites;
  bool are_all = true;
};
Matches matching_sites(const MatchingQuestion& question);

/// A site, and where it lies.
struct LocatedSite {
  SitePosition site{};
  LatLon position;
};

/// Some of the sites that pass the filter, for a picture of where all of them are.
struct Sample {
  Count count;                     ///< of all
  std::vector<LocatedSite> sites;  ///< in position order
};

/// All sites that pass the filter where `limit` holds them; else so many, spread evenly over all: one in so many in
/// position order, which follows the Hilbert curve, so that every neighbourhood has its share.
Sample sample(std::size_t limit, const MatchingQuestion& question);

}  // namespace nearme
