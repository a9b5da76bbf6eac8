#pragma once

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "search/request_from_parameters.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// The filters of a search as the template `results` takes them: what is ticked, what can be chosen (languages and
/// kinds of the facets, with counts), and the rest of the question as hidden fields of the form.
nlohmann::json filters_view(const Parameters& parameters, const SearchAnswer& answer, const Catalogue& catalogue);

/// The parameters to hide in the form of the box, so that a new question keeps the filters.
nlohmann::json kept_fields(const Parameters& parameters);

}  // namespace nearme
