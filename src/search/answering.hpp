#pragma once

#include <optional>
#include <span>

#include "index/live/best_of_all.hpp"
#include "search/plan/cursor.hpp"
#include "search/plan/plan.hpp"
#include "search/rank/best_scoring.hpp"
#include "search/rank/name_places.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// What a planned question is answered from. All of it outlives the answering.
struct AnswerSources {
  const LiveIndex& index;
  std::span<const std::shared_ptr<NamePlaces>> names;  ///< a segment each
  const std::optional<Cursor>& cursor;                 ///< where the page before ended
};

/// One planned question being answered: the segments of the index are walked one after the other, and what they find is
/// put together.
class Answering {
 public:
  Answering(const SearchRequest& request, const AnswerSources& sources, Plan plan);

  [[nodiscard]] SearchAnswer answer() &&;

 private:
  /// How a walk of one segment differs from that of another question.
  struct Walk {
    Match match;
    Sort sort;
    std::size_t limit;
  };
  /// The filter of a walk for a segment.
  using FilterOf = Filter (*)(const SegmentPlan& segment);

  void count_matches();
  void add_page();
  void widen();
  /// Adds sites that were not asked for, but may do.
  void add_instead(Match match, FilterOf filter_of);
  [[nodiscard]] std::vector<PlacedHit> best(const Walk& walk, FilterOf filter_of,
                                            const std::optional<Cursor>& behind) const;
  [[nodiscard]] After after(const Cursor& cursor, std::size_t segment) const;
  [[nodiscard]] std::unique_ptr<Scoring> make_scoring(const Walk& walk, const SegmentPlan& segment) const;
  [[nodiscard]] BestTerms terms(Match match, const SegmentPlan& segment) const;
  void add(const std::vector<PlacedHit>& hits, Match match);
  [[nodiscard]] SearchResult result_of(const PlacedHit& found, Match match) const;
  [[nodiscard]] std::optional<Alternative> alternative_of(const Index& index, SitePosition site) const;
  void count_facets_asked_for();
  [[nodiscard]] std::string cursor_behind(const PlacedHit& last) const;

  const SearchRequest& request_;
  const AnswerSources sources_;
  Plan plan_;
  std::optional<Metres> near_;  ///< what counts as near, where the order or an explanation goes by it
  SearchAnswer answer_;
};

}  // namespace nearme
