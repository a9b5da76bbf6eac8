#pragma once

#include <string>
#include <string_view>

namespace nearme {

/// Whether the bytes are well-formed UTF-8.
bool is_valid_utf8(std::string_view bytes);

/// The form in which words are compared: NFKC, case folded, accents taken off, by ICU. "Zürich" and "ZURICH" become
/// "zurich", "Straße" becomes "strasse". Bytes that are no UTF-8 become U+FFFD.
std::string fold(std::string_view utf8);

/// The number of code points.
std::size_t length(std::string_view utf8);

}  // namespace nearme
