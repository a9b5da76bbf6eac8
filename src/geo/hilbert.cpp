#include "geo/hilbert.hpp"

#include <utility>

namespace nearme {
namespace {

/// Spreads [-half, half] ten-millionths of a degree over all of 32 bits.
std::uint32_t to_grid(std::int64_t e7, std::int64_t half) {
  const auto offset = static_cast<std::uint64_t>(e7 + half);
  return static_cast<std::uint32_t>(offset * 0xffffffffULL / static_cast<std::uint64_t>(2 * half));
}

}  // namespace

std::uint64_t hilbert_key(LatLon position) {
  std::uint32_t x = to_grid(position.lon_e7(), 1'800'000'000);
  std::uint32_t y = to_grid(position.lat_e7(), 900'000'000);
  std::uint64_t key = 0;
  // From the largest quadrant to the smallest; each turns the curve inside it.
  for (std::uint32_t side = 1U << 31; side != 0; side >>= 1) {
    const bool right = (x & side) != 0;
    const bool upper = (y & side) != 0;
    key = key << 2 | ((right ? 3U : 0U) ^ (upper ? 1U : 0U));
    if (!upper) {
      if (right) {
        x = ~x;
        y = ~y;
      }
      std::swap(x, y);
    }
  }
  return key;
}

}  // namespace nearme
