#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace nearme {

/// Reads a run of bytes as plain arrays that follow each other, each begun at a multiple of 8. Copies nothing.
class ArrayReader {
 public:
  explicit ArrayReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  /// The next `count` values. Errors: corrupt when there are fewer, with the byte position.
  template <class T>
  [[nodiscard]] Result<std::span<const T>> next(std::uint64_t count) {
    static_assert(alignof(T) <= 8);
    if (count > (bytes_.size() - offset_) / sizeof(T))
      return fail(ErrorKind::corrupt, "byte {} of {}: no room for {} values", offset_, bytes_.size(), count);
    const auto* first = reinterpret_cast<const T*>(bytes_.data() + offset_);
    offset_ = std::min((offset_ + count * sizeof(T) + 7) / 8 * 8, bytes_.size());
    return std::span<const T>(first, count);
  }

  /// What has not been read.
  [[nodiscard]] std::span<const std::byte> rest() const { return bytes_.subspan(offset_); }

 private:
  std::span<const std::byte> bytes_;
  std::size_t offset_ = 0;
};

/// Writes what ArrayReader reads.
class ArrayWriter {
 public:
  template <class T>
  void append(std::span<const T> values) {
    const auto raw = std::as_bytes(values);
    bytes_.insert(bytes_.end(), raw.begin(), raw.end());
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
  }
  template <class T>
  void append(const std::vector<T>& values) {
    append(std::span<const T>(values));
  }

  [[nodiscard]] std::vector<std::byte> take() && { return std::move(bytes_); }

 private:
  std::vector<std::byte> bytes_;
};

}  // namespace nearme
