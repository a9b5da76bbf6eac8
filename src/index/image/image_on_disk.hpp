#pragma once

#include "base/new_file.hpp"
#include "index/image/image_file.hpp"

namespace nearme {

/// An image that is written to a file.
class ImageOnDisk final : public ImageTarget {
 public:
  /// The file must outlive this.
  explicit ImageOnDisk(NewFile& file) : file_(file) {}

  Result<void> append(std::span<const std::byte> bytes) override { return file_.append(bytes); }
  Result<void> overwrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
    return file_.overwrite(offset, bytes);
  }

 private:
  NewFile& file_;
};

}  // namespace nearme
