#pragma once

#include <cstddef>
#include <string>

#include "intake/input_file.hpp"

namespace nearme {

constexpr std::size_t kLongestFirstLine = std::size_t{16} * 1024 * 1024;

/// Text up to the end of the first line that is not blank and somewhat more, or as much as is worth looking at
/// (`kLongestFirstLine`): what tells one form of JSON from another. Errors: those of `next_text`.
Result<std::string> read_first_line(const NextText& next_text);

}  // namespace nearme
