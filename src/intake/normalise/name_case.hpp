#pragma once

#include <string>
#include <string_view>

namespace nearme {

/// Whether a name stands in capitals throughout, and is long enough for that to be a habit of its source and no brand:
/// two words, or one of more than six letters.
bool is_in_capitals(std::string_view name);

/// A name in capitals as one usually writes it: "MCDONALD'S SKIN CENTER OF NEW YORK LLC" as "McDonald's Skin Center of
/// New York LLC". Words without vowels, Roman numerals, and the short forms of companies and degrees stay in capitals.
std::string usual_case(std::string_view name);

}  // namespace nearme
