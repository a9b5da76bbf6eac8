#include "search/parameter_values.hpp"

#include <charconv>
#include <cmath>

#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLongestLanguage = 35;  ///< bytes; RFC 5646, 4.4.1

bool is_part_of_tag(char c) {
  return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto comma = text.find(',');
    if (const auto item = text.substr(0, comma); !item.empty()) items.emplace_back(item);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
  }
  return items;
}

Result<double> number_from(std::string_view name, std::string_view text) {
  double number = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || stop != text.data() + text.size() || !std::isfinite(number)) {
    return fail_parameter(std::string{name}, "{}: '{}' is not a number", name, text);
  }
  return number;
}

Result<std::string> text_from(std::string_view name, std::string_view text, std::size_t most) {
  if (text.size() > most) {
    return fail_parameter(std::string{name}, "{} is {} bytes long; at most {} are read", name, text.size(), most);
  }
  if (!is_valid_utf8(text)) return fail_parameter(std::string{name}, "{} is not valid UTF-8", name);
  return std::string{text};
}

Result<std::string> language_from(std::string_view name, std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestLanguage || !std::ranges::all_of(text, is_part_of_tag))
    return fail_parameter(std::string{name}, "{}: '{}' is not a language tag such as en or de-CH", name, text);
  return std::string{text};
}

Result<std::string> country_from(std::string_view name, std::string_view text) {
  if (!is_of_capitals(text, 2))
    return fail_parameter(std::string{name}, "{}: '{}' is not an ISO 3166-1 code of two capitals such as GB", name,
                          text);
  return std::string{text};
}

bool is_of_capitals(std::string_view text, std::size_t letters) {
  return text.size() == letters && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace nearme
