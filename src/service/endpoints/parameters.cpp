#include "service/endpoints/parameters.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/ranges.h>

namespace nearme {

Result<void> expect_only(const Parameters& parameters, std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : parameters) {
    if (std::ranges::find(known, name) == known.end()) {
      if (known.size() == 0) return fail_parameter(name, "there is no parameter '{}' here, nor any other", name);
      return fail_parameter(name, "there is no parameter '{}'; there are {}", name, fmt::join(known, ", "));
    }
    if (std::ranges::count(parameters, name, &Parameters::value_type::first) > 1) {
      return fail_parameter(name, "the parameter '{}' stands twice", name);
    }
  }
  return {};
}

std::string_view value_of(const Parameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
  return found == parameters.end() ? std::string_view{} : std::string_view{found->second};
}

Result<std::size_t> limit_of(const Parameters& parameters, std::size_t usual, std::size_t most) {
  const auto text = value_of(parameters, "limit");
  if (text.empty()) return usual;
  std::size_t limit = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (failure != std::errc{} || stop != text.data() + text.size() || limit < 1 || limit > most) {
    return fail_parameter("limit", "limit: '{}' is not a whole number from 1 to {}", text, most);
  }
  return limit;
}

}  // namespace nearme
