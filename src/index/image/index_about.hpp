#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace nearme {

/// What an image says of itself, kept as a small JSON object.
struct IndexAbout {
  std::uint64_t revision = 0;  ///< the store's revision that it was made from
  Date day{};                  ///< the day for which evidence and opening times were worked out
  bool any_fictional = false;
  std::vector<std::string> attributions;  ///< to be shown wherever results show, each once

  friend bool operator==(const IndexAbout&, const IndexAbout&) = default;
};

std::vector<std::byte> to_bytes(const IndexAbout& about);

/// Errors: corrupt.
Result<IndexAbout> about_from_bytes(std::span<const std::byte> bytes);

}  // namespace nearme
