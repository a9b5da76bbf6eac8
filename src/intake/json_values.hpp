#pragma once

#include "intake/json_lines.hpp"

namespace nearme {

/// Reads JSON values one after the other, however a file sets them: one a line, the elements of one list, the elements
/// of a list that is a member of one object, such as "contents" or "entry", or one value of several lines. Each is held
/// alone, and told with the line on which it begins.
///
/// Errors: corrupt with the line where a document is no JSON, or a value is longer than 64 MiB or nested too deep
/// (parse_json.hpp); those of the functions passed in.
Result<void> read_json_values(const NextText& next_text, std::string_view list_member, const JsonVisitor& visitor);

}  // namespace nearme
