#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "service/http/answer.hpp"

namespace nearme {

/// Bytes [begin, end) of a body.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The one range that a header such as "bytes=0-127", "bytes=100-" or "bytes=-16" asks of so many bytes (RFC 9110,
/// section 14). None for several ranges, other units and what cannot be read: they are answered with the whole. An
/// empty range, begin == end, is one that lies behind the last byte.
std::optional<ByteRange> byte_range_of(std::string_view header, std::uint64_t size);

/// The part of `bytes` that is asked for: 206, or 416 where there is none, or all of them. `bytes` are not copied; they
/// must live until the answer is sent.
Answer part_of_bytes(std::string_view bytes, std::string_view range_header);

}  // namespace nearme
