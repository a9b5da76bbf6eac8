#pragma once

#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// The contrast ratio of two colours written "#rrggbb" or "#rgb", from 1 to 21, as WCAG 2.2 defines it. Errors:
/// invalid_input for what is no such colour.
Result<double> contrast(std::string_view a, std::string_view b);

/// What words must have against their ground: WCAG 2.2, 1.4.3.
constexpr double kReadable = 4.5;

}  // namespace nearme
