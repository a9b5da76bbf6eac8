#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "index/walk/walk.hpp"
#include "search/open/open_moment.hpp"
#include "search/search_answer.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// How a question will be answered: where to start, which sites may be results, what they were asked for.
/// The sets in the filters are views into the index and into `owned_sets`.
struct Plan {
  Understood understood;
  std::optional<LatLon> origin;  ///< where distances are measured from
  UnitVector from;               ///< the same; the globe's centre when there is none, so that all are equally far
  std::vector<TreatmentId> treatments;     ///< asked for by words, parameters or concerns
  Filter filter;                           ///< everything but how the treatments are matched
  std::optional<AnyOf> offers;             ///< sites with such an offer, when treatments or a price are asked for
  std::optional<AnyOf> may_offer;          ///< sites of kinds that often offer them
  Match match = Match::near;               ///< how a result of the filter answers the question
  std::shared_ptr<const OpenMoment> open;  ///< at the moment asked for, else now
  std::deque<OwnedBitTrie> owned_sets;
};

/// What planning looks things up in.
struct PlanSources {
  const Index& index;
  const Catalogue& catalogue;
  const QuestionReader& reader;
  OpenMoments& moments;
};

/// Turns a request into a plan. Errors: invalid_input for `near` when nobody knows the place.
Result<Plan> make_plan(const SearchRequest& request, const PlanSources& sources);

/// The filter of a plan together with one way of matching its treatments.
Filter with(const Filter& filter, const std::optional<AnyOf>& match);

}  // namespace nearme
