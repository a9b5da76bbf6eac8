#include "service/pages/look/contrast.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace nearme {
namespace {

Result<unsigned> parse_colour(std::string_view colour) {
  std::string digits;
  if (colour.size() == 4) {
    for (const char digit : colour.substr(1)) digits.append(2, digit);
  } else if (colour.size() == 7) {
    digits = colour.substr(1);
  }
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (!colour.starts_with('#') || digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
    return fail(ErrorKind::invalid_input, "'{}' is not a colour such as \"#0b5f5a\"", colour);
  }
  return value;
}

/// WCAG 2.2, "relative luminance".
double luminance_of(unsigned colour) {
  constexpr std::array kWeights{0.2126, 0.7152, 0.0722};
  double luminance = 0;
  for (std::size_t channel = 0; channel < kWeights.size(); ++channel) {
    const double value = (colour >> (16 - 8 * channel) & 0xFFU) / 255.0;
    const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    luminance += kWeights.at(channel) * linear;
  }
  return luminance;
}

}  // namespace

Result<double> contrast(std::string_view a, std::string_view b) {
  TRY(const auto first, parse_colour(a));
  TRY(const auto second, parse_colour(b));
  const auto [darker, lighter] = std::minmax({luminance_of(first), luminance_of(second)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace nearme
