#pragma once

#include <string>
#include <vector>

#include "search/search_answer.hpp"

namespace nearme {

/// The answer as the API gives it (api/openapi.yaml, SearchAnswer): the same bytes for `/v1/search` and `nearme find
/// --json`.
std::string to_json(const SearchAnswer& answer);

/// Suggestions as the API gives them.
std::string to_json(const std::vector<Suggestion>& suggestions);

}  // namespace nearme
