#include "service/http/router.hpp"

namespace nearme {
namespace {

/// Takes "/segment" off the front and gives the segment.
std::string_view take_segment(std::string_view& pattern) {
  pattern.remove_prefix(1);
  const auto segment = pattern.substr(0, pattern.find('/'));
  pattern.remove_prefix(segment.size());
  return segment;
}

/// What `{name...}` catches from the segment with this number on.
std::string joined_from(const Segments& segments, std::size_t number) {
  std::string joined;
  for (std::size_t i = number; i < segments.size(); ++i) {
    if (i > number) joined += '/';
    joined += segments[i];
  }
  return joined;
}

void add_allowed(std::string& allow, std::string_view method) {
  if (allow.find(method) != std::string::npos) return;
  if (!allow.empty()) allow += ", ";
  allow += method;
  if (method == "GET") allow += ", HEAD";
}

}  // namespace

bool path_matches(std::string_view pattern, const Segments& segments, Caught& caught) {
  caught.clear();
  std::size_t number = 0;
  for (; !pattern.empty() && number < segments.size(); ++number) {
    const auto wanted = take_segment(pattern);
    if (wanted.ends_with("...}")) {
      caught.emplace_back(wanted.substr(1, wanted.size() - 5), joined_from(segments, number));
      return !caught.back().second.empty();
    }
    if (!wanted.starts_with('{')) {
      if (segments[number] != wanted) return false;
    } else {
      if (segments[number].empty()) return false;
      caught.emplace_back(wanted.substr(1, wanted.size() - 2), segments[number]);
    }
  }
  return pattern.empty() && number == segments.size();
}

RouteFound find_route(const std::vector<RouteShape>& routes, std::string_view method, const Segments& segments) {
  const auto wanted = method == "HEAD" ? std::string_view{"GET"} : method;
  RouteFound found;
  for (std::size_t number = 0; number < routes.size(); ++number) {
    Caught caught;
    if (!path_matches(routes[number].pattern, segments, caught)) continue;
    add_allowed(found.allow, routes[number].method);
    if (routes[number].method != wanted) continue;
    return {.number = number, .known = true, .caught = std::move(caught), .allow = {}};
  }
  return found;
}

}  // namespace nearme
