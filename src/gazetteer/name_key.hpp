#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// The form in which names of places are compared: the words of the name, folded, abbreviations such as St and Mt
/// spelled out, and set together without spaces. "St. Albans", "Saint Albans" and "saint-albans" are "saintalbans".
/// Empty when the name holds neither letter nor digit.
std::string name_key(std::string_view name);

/// What the keys of names begin with whose text begins with `prefix`. Two keys when the prefix ends in what may be an
/// abbreviation or the beginning of a word: "st" is the beginning of "Stratford" and of "Saint Albans".
std::vector<std::string> prefix_keys(std::string_view prefix);

}  // namespace nearme
