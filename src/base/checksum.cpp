#include "base/checksum.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace nearme {

std::uint64_t checksum(std::span<const std::byte> bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint64_t checksum(std::string_view text) { return checksum(std::as_bytes(std::span(text))); }

std::string to_hex(std::uint64_t number) { return fmt::format("{:016x}", number); }

}  // namespace nearme
