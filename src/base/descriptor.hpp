#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nearme {

/// Writes all bytes to an open file, however many calls it takes. False, with `errno` set, when the system refuses.
bool write_all(int descriptor, std::span<const std::byte> bytes);
bool write_all_at(int descriptor, std::span<const std::byte> bytes, std::uint64_t offset);

/// Fills all of `into` from an offset. False when the file ends before or the system refuses.
bool read_all_at(int descriptor, std::span<std::byte> into, std::uint64_t offset);

}  // namespace nearme
