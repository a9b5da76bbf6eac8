#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// Colours by token, "accent" to "#0b5f5a".
using Colours = std::map<std::string, std::string>;

/// The colours that the pages were built with.
struct Palette {
  Colours light;
  Colours dark;
};

/// The palette of the web bundle (web/styles/tokens.css). Errors: corrupt, when it was not built in.
Result<Palette> built_in_palette();

/// Whether every word can still be read on its ground when `own` is laid over `built_in`. Errors: invalid_input, with
/// the two tokens, their contrast and what it must be; for a token that there is not; for what is no colour.
Result<void> check_readable(const Colours& own, const Colours& built_in);

}  // namespace nearme
