#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nearme {

/// The ISO 3166-1 alpha-2 code, in capitals, of a country written as such a code, as an alpha-3 code, or by its name in
/// English, in a language spoken there, or in one of its usual short forms ("UK", "England", "USA", "Deutschland").
/// None when it is none of them.
std::optional<std::string> country_of(std::string_view cell);

}  // namespace nearme
