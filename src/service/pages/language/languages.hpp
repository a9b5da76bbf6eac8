#pragma once

#include <span>
#include <string_view>

#include "service/pages/language/language.hpp"

namespace nearme {

/// The languages that the pages speak, English first. The messages are built into the program and read once, on the
/// first call; a file that cannot be read ends the program with its error, and a test reads them all.
std::span<const Language> languages();

/// The language of the terminal, and of what has no reader yet.
const Language& english();

/// The language with this tag; null when the pages do not speak it.
const Language* language_called(std::string_view tag);

/// The best for a browser's `Accept-Language` (RFC 9110, 12.5.4), English where it names none of them.
const Language& language_for(const std::string& accept_language);

}  // namespace nearme
