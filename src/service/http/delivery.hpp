#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "service/http/answer.hpp"
#include "service/http/request.hpp"

namespace nearme {

/// Bodies of fewer bytes are not worth packing.
constexpr std::size_t kLeastToCompress = 1024;

/// Makes an answer fit for the one who asks: adds the ETag, and turns what they have already into 304; packs texts of
/// some length where they take it; adds the headers of caching and safety. An answer that has a Content-Encoding
/// already (a file packed beforehand) is not packed again.
Answer prepare(const Request& request, Answer answer);

/// Whether the connection stays open after an answer, and how that has to be said.
enum class Persistence : std::uint8_t { open, open_said, closing };

/// The status line and the headers, with the empty line that ends them. Control characters in values become spaces.
std::string head_of(const Answer& answer, Persistence persistence, Instant now);

}  // namespace nearme
