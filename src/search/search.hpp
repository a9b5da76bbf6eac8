#pragma once

#include <memory>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "index/live/live_index.hpp"
#include "search/search_answer.hpp"

namespace nearme {

struct PlanSources;

/// Answers questions from one state of the index: understand, plan, rank, explain. Nothing leaves the machine.
///
/// The catalogue must outlive it; the index and the gazetteer are shared. Immutable but for a small memory of which
/// schedules are open at which minute; threads: any.
class Search {
 public:
  Search(std::shared_ptr<const LiveIndex> index, const Catalogue& catalogue, const Gazetteer& gazetteer);
  /// From an image alone.
  Search(std::shared_ptr<const Index> image, const Catalogue& catalogue, const Gazetteer& gazetteer);
  /// The same over another state: what was worked out for the segments that both have is shared.
  Search(std::shared_ptr<const LiveIndex> index, const Search& before);

  /// Errors: invalid_input with the parameter's name: a cursor of another question, a place that nobody knows.
  [[nodiscard]] Result<SearchAnswer> run(const SearchRequest& request) const;

  /// Where the sites that a question asks for lie, `limit` of them at most. Its sort, cursor and facets do not matter.
  /// Errors: invalid_input with the parameter's name: a place that nobody knows.
  [[nodiscard]] Result<PointsAnswer> points(const SearchRequest& request) const;

  /// Treatments, concerns, localities and sites that begin as `q` does (or nearly), likeliest and nearest first. An
  /// empty `q` gets the treatments that most sites offer.
  [[nodiscard]] std::vector<Suggestion> suggest(const SuggestRequest& request) const;

  /// Works out beforehand what is open in this minute and the next, so that no question has to wait for it.
  void renew_open_now(Instant present) const;

  /// The results of an answer point into this index: keep it as long as they are used.
  [[nodiscard]] const std::shared_ptr<const LiveIndex>& index() const { return index_; }
  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return *gazetteer_; }

 private:
  struct Parts;

  [[nodiscard]] PlanSources plan_sources() const;

  std::shared_ptr<const LiveIndex> index_;
  const Catalogue& catalogue_;
  std::shared_ptr<const Gazetteer> gazetteer_;
  std::shared_ptr<const Parts> parts_;  ///< what is worked out once: phrases, known words, recent moments
};

}  // namespace nearme
