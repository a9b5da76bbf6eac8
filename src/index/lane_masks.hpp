#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nearme {

/// A word of 64 bits as 64 lanes: all ones where the bit is set, else 0. What is chosen by a lane becomes vector code,
/// which what is chosen by a shifted bit does not.
using LaneMasks = std::array<std::int32_t, 64>;

inline void spread_bits(std::uint64_t word, LaneMasks& masks) {
  constexpr auto kBits = [] {
    std::array<std::uint32_t, 32> bits{};
    for (std::size_t lane = 0; lane < bits.size(); ++lane) bits[lane] = std::uint32_t{1} << lane;
    return bits;
  }();
  const auto low = static_cast<std::uint32_t>(word);
  const auto high = static_cast<std::uint32_t>(word >> 32);
  for (std::size_t lane = 0; lane < 32; ++lane) masks[lane] = (low & kBits[lane]) != 0 ? -1 : 0;
  for (std::size_t lane = 0; lane < 32; ++lane) masks[lane + 32] = (high & kBits[lane]) != 0 ? -1 : 0;
}

}  // namespace nearme
