#pragma once

#include <string>
#include <string_view>

#include "search/opening.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// What a search for a day or a time of day looks for, so that nobody takes it for more: "open at some time on Saturday
/// 28 November", "open at some time after 18:00 on one of the next 7 days", "open at 18:00 on Monday 23 November".
std::string opening_words(const Language& language, std::string_view said, const OpenWindow& window);

}  // namespace nearme
