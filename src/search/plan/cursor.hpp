#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "geo/metres.hpp"

namespace nearme {

/// Where a page of results ended, as the opaque text that an answer hands out and a later request hands back.
///
/// It is a place in the order, and holds everything that the order depends on besides the sites: so it goes on being
/// good when the directory changes, or is laid out anew. A site that nobody has changed is on one page, once; one that
/// was changed between two pages may come again, or be missed.
struct Cursor {
  std::uint64_t question = 0;  ///< fingerprint of the question
  Instant moment{};            ///< the moment of asking: later pages rank by the same one
  std::optional<Metres> near;  ///< what counted as near, where the order goes by it
  double score = 0;
  double chord_squared = 0;
  std::string id;    ///< of the last site
  std::string name;  ///< its folded name, where the order goes by names
};

/// URL-safe text, with a checksum of its own.
std::string to_text(const Cursor& cursor);

/// Errors: invalid_input for the parameter "cursor" when the text is damaged or none of ours.
Result<Cursor> cursor_from(std::string_view text);

}  // namespace nearme
