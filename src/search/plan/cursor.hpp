#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "index/walk/walk.hpp"

namespace nearme {

/// Where a page of results ended, as the opaque text that an answer hands out and a later request hands back.
struct Cursor {
  std::uint64_t image = 0;     ///< checksum of the image that answered
  std::uint64_t question = 0;  ///< fingerprint of the question
  Instant moment{};            ///< the moment of asking: later pages rank by the same one
  double score = 0;
  double chord_squared = 0;
  std::string id;
};

/// URL-safe text, with a checksum of its own.
std::string to_text(const Cursor& cursor);

/// Errors: invalid_input for the parameter "cursor" when the text is damaged or none of ours.
Result<Cursor> cursor_from(std::string_view text);

}  // namespace nearme
