#pragma once

#include <cstdint>

namespace nearme {

/// A site's place in Hilbert order: its number inside one image, from 0. Another image may give it another.
enum class SitePosition : std::uint32_t {};

constexpr std::uint32_t to_number(SitePosition position) { return static_cast<std::uint32_t>(position); }

}  // namespace nearme
