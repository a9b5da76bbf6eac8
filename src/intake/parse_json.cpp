#include "intake/parse_json.hpp"

#include <algorithm>
#include <optional>

#include "base/json.hpp"
#include "intake/notes.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// The first byte that is nested too deep, from 0; brackets inside of strings do not count.
std::optional<std::size_t> too_deep_at(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string && c == '\\') ++at;
    if (c == '"') in_string = !in_string;
    if (in_string) continue;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > kDeepestJson) return at;
  }
  return std::nullopt;
}

}  // namespace

std::string words_of(std::string_view what) {
  // "[json.exception.parse_error.101] parse error at line 1, column 3: syntax error while parsing value - invalid ..."
  if (const auto name_end = what.find("] "); what.starts_with('[') && name_end != std::string_view::npos) {
    what.remove_prefix(name_end + 2);
  }
  if (what.starts_with("parse error at ")) what.remove_prefix(std::min(what.find(": ") + 2, what.size()));
  return excerpt(what);
}

std::expected<json, JsonFault> parse_json(std::string_view text) {
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return std::unexpected(JsonFault{.byte = nul + 1, .words = "there is a NUL byte"});
  }
  if (const auto deep = too_deep_at(text)) {
    return std::unexpected(
        JsonFault{.byte = *deep + 1, .words = fmt::format("it is nested more than {} levels deep", kDeepestJson)});
  }
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    return std::unexpected(JsonFault{.byte = error.byte, .words = words_of(error.what())});
  } catch (const json::exception& error) {
    return std::unexpected(JsonFault{.byte = 1, .words = words_of(error.what())});
  }
}

}  // namespace nearme
