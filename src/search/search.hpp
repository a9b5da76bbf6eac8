#pragma once

#include <memory>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "index/image/index.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// Answers questions from one image: understand, plan, rank, explain. Nothing leaves the machine.
///
/// The catalogue and the gazetteer must outlive it; the index is shared. Immutable but for a small memory of which
/// schedules are open at which minute; threads: any.
class Search {
 public:
  Search(std::shared_ptr<const Index> index, const Catalogue& catalogue, const Gazetteer& gazetteer);

  /// Errors: invalid_input with the parameter's name: a cursor of another question or image, a place that nobody knows.
  [[nodiscard]] Result<SearchAnswer> run(const SearchRequest& request) const;

  /// Treatments, concerns, localities and sites that begin as `q` does (or nearly), likeliest and nearest first. An
  /// empty `q` gets the treatments that most sites offer.
  [[nodiscard]] std::vector<Suggestion> suggest(const SuggestRequest& request) const;

  /// The results of an answer point into this index: keep it as long as they are used.
  [[nodiscard]] const std::shared_ptr<const Index>& index() const { return index_; }
  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  struct Parts;

  std::shared_ptr<const Index> index_;
  const Catalogue& catalogue_;
  const Gazetteer& gazetteer_;
  std::shared_ptr<Parts> parts_;  ///< what is worked out once: phrases, known words, recent moments
};

}  // namespace nearme
