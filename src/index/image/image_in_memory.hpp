#pragma once

#include <algorithm>
#include <utility>

#include "index/image/image_file.hpp"

namespace nearme {

/// An image that is written to memory.
class ImageInMemory final : public ImageTarget {
 public:
  Result<void> append(std::span<const std::byte> bytes) override {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return {};
  }
  Result<void> overwrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
    std::ranges::copy(bytes, bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
    return {};
  }

  [[nodiscard]] std::vector<std::byte> take() && { return std::move(bytes_); }

 private:
  std::vector<std::byte> bytes_;
};

}  // namespace nearme
