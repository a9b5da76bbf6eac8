#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "directory/register.hpp"

namespace nearme {

/// An entry of a register as the JSON that the store keeps, without its keys; equal entries give equal text. Errors:
/// invalid_input when a text is not UTF-8.
Result<std::string> content_of(const RegisterEntry& entry);

/// And back. Errors: corrupt.
Result<RegisterEntry> register_entry_from(std::string_view content);

/// Lists of names as one text, and back.
std::string joined_names(const std::vector<std::string>& names);
std::vector<std::string> split_names(std::string_view text);

}  // namespace nearme
