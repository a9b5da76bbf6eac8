#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/request_from_parameters.hpp"

namespace nearme {

/// A question that came over HTTP, taken apart and decoded; nothing of the connection and nothing of who asks.
///
/// Headers are those that any endpoint could want; a missing one is empty. Valid UTF-8 is not promised.
struct Request {
  std::string method;                 ///< "GET", "HEAD", ...
  std::string path;                   ///< percent-decoded: "/v1/sites/a b"; begins with a slash
  std::vector<std::string> segments;  ///< of the path: cut at its slashes, then decoded; one empty one for "/"
  Parameters parameters;              ///< of the query string, decoded, in order
  std::string accept;
  std::string accept_encoding;
  std::string accept_language;
  std::string if_none_match;
  std::string range;
  std::string host;
  std::string origin;  ///< of the page that asks, where a browser names it
  std::string authorization;
  std::string body;

  /// What the route's pattern caught: for "/v1/sites/{id}" the pair {"id", "a b"}. The router fills it in.
  std::vector<std::pair<std::string, std::string>> caught;

  /// The piece of the path that the pattern calls so. A name that the pattern does not have is empty.
  [[nodiscard]] std::string_view piece(std::string_view name) const {
    for (const auto& [known, value] : caught) {
      if (known == name) return value;
    }
    return {};
  }
};

}  // namespace nearme
