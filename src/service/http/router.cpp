#include "service/http/router.hpp"

namespace nearme {
namespace {

/// Takes "/segment" off the front and gives the segment.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

void add_allowed(std::string& allow, std::string_view method) {
  if (allow.find(method) != std::string::npos) return;
  if (!allow.empty()) allow += ", ";
  allow += method;
  if (method == "GET") allow += ", HEAD";
}

}  // namespace

bool path_matches(std::string_view pattern, std::string_view path, Caught& caught) {
  caught.clear();
  while (pattern.starts_with('/') && path.starts_with('/')) {
    const auto wanted = take_segment(pattern);
    if (wanted.ends_with("...}")) {
      caught.emplace_back(wanted.substr(1, wanted.size() - 5), path.substr(1));
      return path.size() > 1;
    }
    const auto segment = take_segment(path);
    if (!wanted.starts_with('{')) {
      if (segment != wanted) return false;
    } else {
      if (segment.empty()) return false;
      caught.emplace_back(wanted.substr(1, wanted.size() - 2), segment);
    }
  }
  return pattern.empty() && path.empty();
}

RouteFound find_route(const std::vector<RouteShape>& routes, std::string_view method, std::string_view path) {
  const auto wanted = method == "HEAD" ? std::string_view{"GET"} : method;
  RouteFound found;
  for (std::size_t number = 0; number < routes.size(); ++number) {
    Caught caught;
    if (!path_matches(routes[number].pattern, path, caught)) continue;
    add_allowed(found.allow, routes[number].method);
    if (routes[number].method != wanted) continue;
    return {.number = number, .known = true, .caught = std::move(caught), .allow = {}};
  }
  return found;
}

}  // namespace nearme
