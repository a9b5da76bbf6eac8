#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace nearme {

/// The 64-bit XXH3 of some bytes: fast, and good at finding accidental damage; no defence against intent.
/// The same on every machine and in every version, so it may be stored.
std::uint64_t checksum(std::span<const std::byte> bytes);
std::uint64_t checksum(std::string_view text);

/// Sixteen lower-case hexadecimal digits.
std::string to_hex(std::uint64_t number);

}  // namespace nearme
