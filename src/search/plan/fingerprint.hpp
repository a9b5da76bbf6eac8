#pragma once

#include <cstdint>

#include "search/search_request.hpp"

namespace nearme {

/// A number that two requests share when they are pages of one question: everything counts but the cursor, the number
/// of results, what is shown with them, and the moment of asking.
std::uint64_t fingerprint(const SearchRequest& request);

}  // namespace nearme
