#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "base/result.hpp"

namespace nearme {

/// A file's bytes, mapped read-only into memory for as long as this value lives.
///
/// The mapping keeps the bytes of the file that was opened: a later rename over its path does not change them. It does
/// not guard against somebody writing into the file; nearme replaces files, it never rewrites them.
class MappedFile {
 public:
  /// Errors: unreadable, with the path and the system's reason. An empty file is an empty span.
  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::span<const std::byte> bytes_;
};

}  // namespace nearme
