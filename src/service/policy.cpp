#include "service/policy.hpp"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

namespace nearme {
namespace {

/// " https://a.example https://b.example", to follow what is allowed already.
std::string after_self(std::string_view hosts) { return hosts.empty() ? std::string{} : fmt::format(" {}", hosts); }

bool is_for_others(std::string_view path) {
  return path.starts_with("/v1/") || path.starts_with("/assets/") || path == "/openapi.json" || path == "/embed";
}

/// Whether a list with single spaces has this origin.
bool names(std::string_view allowed, std::string_view origin) {
  for (const auto& each : std::views::split(allowed, ' ')) {
    if (std::string_view(each.begin(), each.end()) == origin) return true;
  }
  return false;
}

}  // namespace

void add_page_headers(Answer& answer, std::string_view map_hosts) {
  answer.headers.emplace_back(
      "Content-Security-Policy",
      fmt::format("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{0}; "
                  "connect-src 'self'{0}; worker-src 'self' blob:; child-src blob:; font-src 'self'{0}; "
                  "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
                  after_self(map_hosts)));
  answer.headers.emplace_back("Permissions-Policy",
                              "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  answer.headers.emplace_back("Referrer-Policy", "same-origin");
  answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  answer.headers.emplace_back("Vary", "Accept-Language");
}

void add_worker_headers(Answer& answer, std::string_view map_hosts) {
  answer.headers.emplace_back(
      "Content-Security-Policy",
      fmt::format("default-src 'none'; script-src 'self'; connect-src 'self'{0}; font-src 'self'{0}; "
                  "img-src 'self' data: blob:{0}",
                  after_self(map_hosts)));
}

void add_cross_origin_headers(Answer& answer, std::string_view path, std::string_view allowed,
                              std::string_view origin) {
  if (allowed.empty() || !is_for_others(path)) return;
  const bool any = allowed == "*";
  if (!any) answer.headers.emplace_back("Vary", "Origin");
  if (any || (!origin.empty() && names(allowed, origin)))
    answer.headers.emplace_back("Access-Control-Allow-Origin", any ? std::string{"*"} : std::string{origin});
}

Result<std::string> read_origins(std::string_view text) {
  std::string origins;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(", "), text.size());
    const auto each = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (each.empty()) continue;
    if (each == "*") return std::string{each};
    const auto host = each.find("://");
    const bool is_origin = each.starts_with("http") && host != std::string_view::npos && host + 3 < each.size() &&
                           each.find('/', host + 3) == std::string_view::npos;
    if (!is_origin)
      return fail(ErrorKind::invalid_input, "'{}' is no origin; write it as https://example.org, without a path", each);
    origins += (origins.empty() ? "" : " ") + std::string{each};
  }
  return origins;
}

}  // namespace nearme
