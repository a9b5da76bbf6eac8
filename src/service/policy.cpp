#include "service/policy.hpp"

#include <fmt/format.h>

namespace nearme {
namespace {

/// "https://tiles.example.org" of "https://tiles.example.org/style.json"; empty for a path of our own.
std::string_view origin_of(std::string_view url) {
  const auto host = url.find("://");
  return host == std::string_view::npos ? std::string_view{} : url.substr(0, url.find('/', host + 3));
}

}  // namespace

void add_page_headers(Answer& answer, std::string_view map_style_url) {
  const auto map = origin_of(map_style_url);
  answer.headers.emplace_back(
      "Content-Security-Policy",
      fmt::format("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: {0}; "
                  "connect-src 'self' {0}; worker-src 'self' blob:; child-src blob:; font-src 'self'; "
                  "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
                  map));
  answer.headers.emplace_back("Permissions-Policy",
                              "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  answer.headers.emplace_back("Referrer-Policy", "same-origin");
  answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

void add_cross_origin_headers(Answer& answer, std::string_view path, std::string_view allow_origin) {
  if (allow_origin.empty()) return;
  if (!path.starts_with("/v1/") && !path.starts_with("/assets/") && path != "/openapi.json") return;
  answer.headers.emplace_back("Access-Control-Allow-Origin", allow_origin);
  if (allow_origin != "*") answer.headers.emplace_back("Vary", "Origin");
}

}  // namespace nearme
