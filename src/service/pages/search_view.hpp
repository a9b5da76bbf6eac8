#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/request_from_parameters.hpp"
#include "service/pages/filter_counts.hpp"
#include "service/pages/result_view.hpp"

namespace nearme {

/// An answered search as the templates `search` and `results` take it: headline, chips, filters, cards, and what to say
/// when little was found.
nlohmann::json search_view(const Parameters& parameters, const SearchAnswer& answer, const FilterCounts& counts,
                           const CardSetting& setting);

/// The same for a search that could not be answered: the box keeps its words, and the reason is told.
nlohmann::json problem_view(const Parameters& parameters, const Error& error, const Language& language);

/// Places "Leeds, Alabama" that were also called so, each with the address of the search there.
nlohmann::json alternatives_view(const Parameters& parameters, const Understood& understood, const Language& language);

/// What else is used for the concerns that these treatments are used for: names and addresses of their pages.
nlohmann::json neighbours_view(const std::vector<TreatmentId>& treatments, const CardSetting& setting);

}  // namespace nearme
