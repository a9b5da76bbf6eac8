#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "index/columns/arrays.hpp"

namespace nearme {

/// Numbers by place, all in as many bytes as the greatest needs: 1, 2 or 4. A view over an image's bytes. Layout:
/// docs/image-format.md, section "Numbers".
class PackedNumbers {
 public:
  /// Takes them from the front of what the reader has left. Errors: corrupt, when there are not `count` of them.
  [[nodiscard]] static Result<PackedNumbers> read(ArrayReader& reader, std::uint64_t count);

  PackedNumbers() = default;

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t place) const {
    std::uint32_t number = 0;
    switch (width_) {
      case 1:
        return std::to_integer<std::uint32_t>(bytes_[place]);
      case 2: {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes_ + 2 * place, sizeof half);
        return half;
      }
      default:
        std::memcpy(&number, bytes_ + 4 * place, sizeof number);
        return number;
    }
  }

  /// Has the processor fetch one.
  void prefetch(std::size_t place) const { __builtin_prefetch(bytes_ + width_ * place); }

  /// The greatest of them; 0 when there are none.
  [[nodiscard]] std::uint32_t greatest() const;

 private:
  std::size_t count_ = 0;
  std::uint64_t width_ = 1;
  const std::byte* bytes_ = nullptr;
};

/// Writes what PackedNumbers reads.
void append_packed(ArrayWriter& writer, std::span<const std::uint32_t> numbers);

}  // namespace nearme
