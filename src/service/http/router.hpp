#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nearme {

using Caught = std::vector<std::pair<std::string, std::string>>;

/// The segments of a path, decoded: {"v1", "search"}; {""} for "/".
using Segments = std::vector<std::string>;

/// Whether a path is of a pattern, and what the pattern's names catch. `{name}` catches one whole segment, which is not
/// empty; `{name...}` at the end catches all that is left, with slashes between. Everything else must be equal.
bool path_matches(std::string_view pattern, const Segments& segments, Caught& caught);

/// What a table of routes says of a method and a path.
struct RouteFound {
  std::size_t number = 0;  ///< of the route, when `known`
  bool known = false;
  Caught caught;
  std::string allow;  ///< the methods that the path has, for 405; empty when the path is unknown
};

/// One row of a table of routes, as far as finding goes.
struct RouteShape {
  std::string_view method;
  std::string_view pattern;
};

/// The first route of this method and path. HEAD is answered by GET's.
RouteFound find_route(const std::vector<RouteShape>& routes, std::string_view method, const Segments& segments);

}  // namespace nearme
