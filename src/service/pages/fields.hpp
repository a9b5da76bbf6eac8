#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace nearme {

/// Fields of a result's JSON that may be missing or null: reading them never throws.

/// The text of a field; empty when there is none.
std::string text_of(const nlohmann::json& object, const char* name);

/// A number; none when there is none.
std::optional<double> number_of(const nlohmann::json& object, const char* name);

/// Whether a field is there and true.
bool is_set(const nlohmann::json& object, const char* name);

/// An object or array; an empty array when there is none.
const nlohmann::json& part_of(const nlohmann::json& object, const char* name);

/// The address when it begins with http:// or https://, else empty: what may stand in a link.
std::string safe_link(const std::string& address);

/// "tel:+441132000000" of "+44 113 200 0000"; empty without digits.
std::string telephone_link(const std::string& number);

}  // namespace nearme
