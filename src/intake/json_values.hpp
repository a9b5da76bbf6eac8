#pragma once

#include "intake/json_lines.hpp"

namespace nearme {

/// Reads JSON values one after the other, however a file sets them: one a line, the elements of one list, or the
/// elements of a list that is a member of one object, such as "contents" or "entry". Each element is held alone.
///
/// Errors: corrupt with the line where a document is no JSON; invalid_input when the document is neither of these;
/// those of the functions passed in.
Result<void> read_json_values(const NextText& next_text, std::string_view list_member, const JsonVisitor& visitor);

}  // namespace nearme
