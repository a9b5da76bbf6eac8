#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace nearme {

/// Looking into JSON of which nothing is certain: whatever is not there, or is something else, is null or empty.

const nlohmann::json& member(const nlohmann::json& object, std::string_view name);
const nlohmann::json& first_of(const nlohmann::json& list);

/// A list, or an empty one.
const nlohmann::json& list_in(const nlohmann::json& object, std::string_view name);

/// A scalar as text: see `cell_of`.
std::string text_in(const nlohmann::json& object, std::string_view name);

}  // namespace nearme
