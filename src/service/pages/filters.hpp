#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/request_from_parameters.hpp"
#include "search/search_answer.hpp"
#include "service/pages/filter_counts.hpp"
#include "service/pages/result_view.hpp"

namespace nearme {

/// The filters of a search as the template `results` takes them: what is ticked, what can be chosen with how many
/// places each choice would leave, and the rest of the question as hidden fields of the form.
nlohmann::json filters_view(const Parameters& parameters, const Understood& understood, const FilterCounts& counts,
                            const CardSetting& setting);

/// The parameters to hide in the form of the box, so that a new question keeps the filters.
nlohmann::json kept_fields(const Parameters& parameters);

}  // namespace nearme
