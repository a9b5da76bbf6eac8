#pragma once

#include <nlohmann/json_fwd.hpp>

#include "service/pages/language/language.hpp"

namespace nearme {

/// Says the mark "(fictional)", which names of made-up records carry, in the language of the reader, wherever it stands
/// in a view but in what the reader typed.
void say_fictional_mark(nlohmann::json& view, const Language& language);

}  // namespace nearme
