#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace nearme {

/// A file that is written beside the place where it shall stand, as PATH.new, and takes that place only when it is
/// whole: a reader or a crash finds the old file or the new one. What is not put in place is removed; what a killed
/// process left is overwritten by the next one. Two that make the same file wait for each other, from `make` on.
///
/// Writes are gathered into large ones, which another thread makes while more is gathered. Errors: unreadable, with the
/// path and the system's reason; that of a write may come with a later call, at the latest when it is put in place.
class NewFile {
 public:
  [[nodiscard]] static Result<NewFile> make(const std::filesystem::path& path);

  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  NewFile(const NewFile&) = delete;
  ~NewFile();

  [[nodiscard]] Result<void> append(std::span<const std::byte> bytes);
  /// Writes over what was appended before.
  [[nodiscard]] Result<void> overwrite(std::uint64_t offset, std::span<const std::byte> bytes);
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// Flushes it to the disk and renames it over its place.
  [[nodiscard]] Result<void> put_in_place() &&;

 private:
  NewFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  [[nodiscard]] std::unexpected<Error> cannot_write() const;
  /// Has what was gathered written, when what was before is.
  [[nodiscard]] Result<void> begin_writing();
  [[nodiscard]] Result<void> finish_writing();
  /// Until all is written.
  [[nodiscard]] Result<void> flush();
  void close();

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::vector<std::byte> gathered_;
  std::vector<std::byte> on_its_way_;
  std::future<int> written_;  ///< once that is: the number of the error, 0 for none
};

}  // namespace nearme
