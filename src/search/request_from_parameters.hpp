#pragma once

#include <string>
#include <utility>
#include <vector>

#include "search/search_request.hpp"

namespace nearme {

class Catalogue;

/// The least and greatest values that the parameters of a search may have.
struct SearchLimits {
  static constexpr std::size_t kMostResults = 100;
  static constexpr std::size_t kUsualPoints = 500;
  static constexpr std::size_t kMostPoints = 2'000;
  static constexpr double kMostRadiusKilometres = 20'100;  ///< half the way round the globe
  static constexpr std::size_t kLongestText = 1'000;       ///< bytes of `q`, `near` and `text`
};

/// Name and value of each parameter, decoded, in order.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Reads the parameters of `/v1/search`: every check is here. Errors: invalid_input with the parameter's name: unknown
/// or repeated names (with the list of known ones), values out of range, half a position, ids that the catalogue does
/// not have.
Result<SearchRequest> search_request_from(const Parameters& parameters, const Catalogue& catalogue, Instant now);

/// The same for `/v1/points`, which takes what says which sites are asked for, and a greater `limit`.
Result<SearchRequest> points_request_from(const Parameters& parameters, const Catalogue& catalogue, Instant now);

/// The same for `/v1/suggest`.
Result<SuggestRequest> suggest_request_from(const Parameters& parameters);

}  // namespace nearme
