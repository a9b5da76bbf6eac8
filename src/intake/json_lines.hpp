#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "intake/input_file.hpp"

namespace nearme {

/// Where the values of a JSON sequence go, each with the line on which it begins.
struct JsonVisitor {
  std::function<Result<void>(std::uint64_t line, const nlohmann::json& value)> on_value;
  std::function<void(std::uint64_t line, const std::string& reason, std::string_view text)> on_broken;
};

/// Reads JSON values that a separator divides: line ends (NDJSON), or record separators (RFC 8142). What is between two
/// of them and is no JSON is told to `on_broken`; blank stretches are passed over. Memory: one value of at most 64 MiB.
/// Errors: corrupt for a longer one; those of the functions passed in.
Result<void> read_json_lines(const NextText& next_text, char separator, const JsonVisitor& visitor);

}  // namespace nearme
