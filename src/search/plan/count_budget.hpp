#pragma once

#include <cstdint>

namespace nearme {

/// Counting stops after so many words of the sets; then a total is a lower bound.
constexpr std::uint64_t kCountBudget = 200'000;

}  // namespace nearme
