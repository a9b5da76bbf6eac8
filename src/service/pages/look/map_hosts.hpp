#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// Whom browsers may ask for the operator's map, written as Content Security Policy Level 3 wants origins.

/// Whether it is an origin and nothing else: "https://tiles.example.org", "http://localhost:8000".
/// No path, no user, no wildcard, and no address of IPv6, which such a policy cannot name: exactly this host is opened.
bool is_origin(std::string_view text);

/// "https://tiles.example.org" of "https://tiles.example.org/style.json?key=1"; empty for a path of our own, such as
/// "/look/style.json". Errors: invalid_input for what is no address of a style, with what would be one.
Result<std::string> origin_of_style(std::string_view url);

}  // namespace nearme
