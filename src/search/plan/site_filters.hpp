#pragma once

#include "search/plan/plan.hpp"

namespace nearme {

/// Says which sites of each segment of a plan may be results, from what the plan has understood and from what a request
/// excludes. Threads: one for each plan.

/// Those that offer, or may offer, the treatments that are asked for, by words, parameters or concerns.
void filter_by_treatments(const SearchRequest& request, const Catalogue& catalogue, Plan& plan);

/// Those of the kinds, languages, countries, evidence and access that are asked for, and of none that is excluded.
void filter_by_attributes(const SearchRequest& request, Plan& plan);

/// Those whose price is in the range. It holds for the offers that are asked for: where only confirmed ones are, for
/// those; and at any distance, so that a widened search can use it.
void filter_by_price(const SearchRequest& request, Plan& plan);

/// Takes those out of the treatments that are not wanted.
void drop_unwanted(const Understood& understood, std::vector<TreatmentId>& treatments);

}  // namespace nearme
