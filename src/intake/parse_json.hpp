#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace nearme {

/// Values nested deeper than this are refused: nothing that we read needs a tenth of it, and walking down a million
/// levels ends a program.
inline constexpr int kDeepestJson = 100;

/// Why a text is no JSON: the byte at which that was seen, from 1, and words such as "unexpected '}'".
struct JsonFault {
  std::size_t byte = 0;
  std::string words;
};

/// The value that a whole text is, by RFC 8259. Besides what nlohmann's parser refuses: NUL bytes, which it takes for
/// the end of the text, and what is nested deeper than `kDeepestJson`.
std::expected<nlohmann::json, JsonFault> parse_json(std::string_view text);

/// What the parser says of a text, without its own numbers and places, cut to a line.
std::string words_of(std::string_view what);

}  // namespace nearme
