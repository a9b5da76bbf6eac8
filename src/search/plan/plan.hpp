#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "index/live/live_index.hpp"
#include "index/walk/walk.hpp"
#include "search/open/open_moment.hpp"
#include "search/rank/offer_prices.hpp"
#include "search/search_answer.hpp"
#include "search/understand/question_reader.hpp"

namespace nearme {

/// Which sites of one segment may be results. The sets in the filters are views into its index and into `open`.
struct SegmentPlan {
  const Index& index;
  Filter filter;                                      ///< everything but how the treatments are matched
  OfferPrices prices;                                 ///< what the offers asked for cost
  std::optional<AnyOf> offers{};                      ///< sites with such an offer, when treatments are asked for
  std::optional<AnyOf> may_offer{};                   ///< sites of kinds that often offer them
  std::optional<AnyOf> alternatives{};                ///< sites that offer others for the same concerns
  std::shared_ptr<const OpenMoment> open{};           ///< at the moment asked for, else now
  std::shared_ptr<const OpenDuring> open_during{};    ///< on the days asked for: keeps the set of those open then
  std::shared_ptr<const SiteCondition> affordable{};  ///< that the offers asked for cost what was said
};

/// How a question will be answered: where to start, what was asked for, which sites of each segment may be results.
struct Plan {
  Understood understood;
  std::optional<LatLon> origin;  ///< where distances are measured from
  UnitVector from;               ///< the same; the globe's centre when there is none, so that all are equally far
  std::vector<TreatmentId> treatments;      ///< asked for by words, parameters or concerns
  std::vector<Alternative> alternatives{};  ///< others for the same concerns, strongest first
  bool may_offer = false;                   ///< whether sites that may offer them are an answer, too
  Match match = Match::near;                ///< how a result of the filters answers the question
  std::vector<SegmentPlan> segments;        ///< as the live index has them
};

/// What planning looks things up in.
struct PlanSources {
  const LiveIndex& index;
  std::span<const std::shared_ptr<OpenMoments>> moments;  ///< a segment each
  const Catalogue& catalogue;
  const Gazetteer& gazetteer;
  const QuestionReader& reader;
};

/// Turns a request into a plan. Errors: invalid_input for `near` when nobody knows the place.
Result<Plan> make_plan(const SearchRequest& request, const PlanSources& sources);

/// The filter of a plan together with one way of matching its treatments.
Filter with(const Filter& filter, const std::optional<AnyOf>& match);

/// What is asked of a segment: its filter and, where treatments or a price are asked for, an offer of them at that
/// price. The plan must outlive it.
Filter asked_of(const SegmentPlan& segment);

}  // namespace nearme
