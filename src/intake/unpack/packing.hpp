#pragma once

#include <cstdint>
#include <string_view>

namespace nearme {

/// How a file is packed. Told by its first bytes, never by its name.
enum class Packing : std::uint8_t { plain, gzip, bzip2, zstd, zip };

/// "plain", "gzip", ...
std::string_view to_string(Packing packing);

/// Six bytes are enough.
Packing packing_of(std::string_view first_bytes);

}  // namespace nearme
