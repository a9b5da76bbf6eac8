#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/ranges.h>

#include "base/result.hpp"

namespace nearme {

// Single values of the parameters of a request, as text. Errors: invalid_input with the name of the parameter.

/// The items between commas; empty ones are left out.
std::vector<std::string> split_at_commas(std::string_view text);

/// A finite number in decimal digits.
Result<double> number_from(std::string_view name, std::string_view text);

/// Valid UTF-8 of at most `most` bytes.
Result<std::string> text_from(std::string_view name, std::string_view text, std::size_t most);

/// A language by its BCP 47 tag, which is not checked further than its letters.
Result<std::string> language_from(std::string_view name, std::string_view text);

/// A country by its ISO 3166-1 alpha-2 code.
Result<std::string> country_from(std::string_view name, std::string_view text);

/// Whether a text is so many of the letters A to Z.
bool is_of_capitals(std::string_view text, std::size_t letters);

/// One of a few words, each with its meaning.
template <class Value, std::size_t Count>
Result<Value> choice_from(std::string_view name, std::string_view text,
                          const std::array<std::pair<std::string_view, Value>, Count>& choices) {
  const auto found = std::ranges::find(choices, text, &std::pair<std::string_view, Value>::first);
  if (found != choices.end()) return found->second;
  std::vector<std::string_view> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  return fail_parameter(std::string{name}, "{}: '{}' is none of {}", name, text, fmt::join(words, ", "));
}

}  // namespace nearme
