#pragma once

#include <initializer_list>
#include <string_view>

#include "search/request_from_parameters.hpp"

namespace nearme {

/// Errors: invalid_input for a parameter that is not among the known ones, or that stands twice.
Result<void> expect_only(const Parameters& parameters, std::initializer_list<std::string_view> known);

/// The value of a parameter; empty when it is not there.
std::string_view value_of(const Parameters& parameters, std::string_view name);

/// Reads `limit`. Errors: invalid_input unless it is a whole number from 1 to `most`.
Result<std::size_t> limit_of(const Parameters& parameters, std::size_t usual, std::size_t most);

}  // namespace nearme
