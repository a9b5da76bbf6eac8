#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "base/result.hpp"

namespace nearme {

/// A file without a name, for what does not fit into memory: it is gone when this value is, or when the process is
/// killed. Errors: unreadable, with the folder and the system's reason, such as a full disk.
class ScratchFile {
 public:
  [[nodiscard]] static Result<ScratchFile> make(const std::filesystem::path& folder);

  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile& operator=(ScratchFile&&) = delete;
  ScratchFile(const ScratchFile&) = delete;
  ~ScratchFile();

  [[nodiscard]] Result<void> append(std::span<const std::byte> bytes);
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// Fills all of `into`. Threads: any number may read at once.
  [[nodiscard]] Result<void> read(std::uint64_t offset, std::span<std::byte> into) const;

 private:
  ScratchFile(std::filesystem::path folder, int descriptor) : folder_(std::move(folder)), descriptor_(descriptor) {}

  std::filesystem::path folder_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace nearme
