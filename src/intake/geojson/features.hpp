#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/result.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Where the features of a file go, each with the line on which it begins.
struct FeatureVisitor {
  std::function<Result<void>(std::uint64_t line, const nlohmann::json& feature)> on_feature;
  std::function<void(std::uint64_t line, const std::string& reason, std::string_view text)> on_broken;
};

/// Reads UTF-8 text as a GeoJSON FeatureCollection or a single Feature, or as a sequence of features: one a line, or
/// each after a record separator (RFC 8142).
///
/// Memory: one feature at a time, and of other members of a collection nothing. A broken line of a sequence is told to
/// `on_broken`, and reading goes on. Errors: corrupt with line and byte where a document is no JSON, and when it holds
/// no features; those of the functions passed in.
Result<void> read_features(const NextText& next_text, const FeatureVisitor& visitor);

}  // namespace nearme
