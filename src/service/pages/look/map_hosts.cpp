#include "service/pages/look/map_hosts.hpp"

#include <algorithm>
#include <charconv>

namespace nearme {
namespace {

constexpr std::string_view kLettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

bool has_only(std::string_view text, std::string_view allowed) {
  return std::ranges::all_of(text, [&](char c) {
    return kLettersAndDigits.find(c) != std::string_view::npos || allowed.find(c) != std::string_view::npos;
  });
}

bool is_host(std::string_view host) { return !host.empty() && has_only(host, ".-"); }

bool is_port(std::string_view port) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  return error == std::errc{} && end == port.data() + port.size() && number > 0 && number < 65'536;
}

/// What follows "https://" or "http://"; none for other schemes.
std::string_view after_scheme(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.starts_with(scheme)) return url.substr(scheme.size());
  }
  return {};
}

}  // namespace

bool is_origin(std::string_view text) {
  const auto authority = after_scheme(text);
  const auto colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  if (colon == std::string_view::npos) return is_host(authority);
  return is_host(authority.substr(0, colon)) && is_port(authority.substr(colon + 1));
}

Result<std::string> origin_of_style(std::string_view url) {
  if (url.empty() || (url.starts_with('/') && !url.starts_with("//"))) return std::string{};
  const auto authority = after_scheme(url);
  const auto end = url.size() - authority.size() + std::min(authority.find_first_of("/?#"), authority.size());
  const auto origin = url.substr(0, end);
  if (is_origin(origin)) return std::string{origin};
  return fail(ErrorKind::invalid_input,
              "'{}' is no address of a map style; write it as https://tiles.example.org/style.json", url);
}

}  // namespace nearme
