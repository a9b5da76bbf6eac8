#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/request_from_parameters.hpp"

namespace nearme {

/// The target of a request line, taken apart and decoded.
struct Target {
  std::string path;                   ///< begins with a slash
  std::vector<std::string> segments;  ///< of the path: cut at its slashes, then decoded, so that "a%2Fb" is one
  Parameters parameters;
};

/// Decodes %XX; with `plus_is_space` of a query string also the plus sign. Errors: invalid_input with the piece that is
/// no escape, or that holds a NUL, or bytes that are no UTF-8.
enum class Plus : std::uint8_t { is_itself, is_space };
Result<std::string> percent_decode(std::string_view text, Plus plus);

/// Reads "/v1/search?q=a+b&limit=5". An absolute target ("http://host/path") is read from its path on. Empty pieces
/// between ampersands are passed over; a name without a value has the empty one. Errors: invalid_input, with the name
/// of the parameter where one is at fault.
Result<Target> parse_target(std::string_view target);

}  // namespace nearme
