#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// The lines of a table in a file: plain, or packed by gzip, bzip2, xz or zip. Of a zip the first file counts that is a
/// table: GeoNames lays a readme beside it. Memory: one line, at most a mebibyte.
class PackedLines {
 public:
  /// Errors: unreadable with the path and the reason; invalid_input for a zip without a table.
  [[nodiscard]] static Result<PackedLines> open(const std::filesystem::path& path);

  PackedLines(PackedLines&& other) noexcept;
  PackedLines& operator=(PackedLines&& other) noexcept;
  ~PackedLines();

  /// The next line without its end and without a byte order mark, valid until the next call; none at the end. Errors:
  /// corrupt for damaged packing and for a line that is too long.
  Result<std::optional<std::string_view>> next();

  [[nodiscard]] std::uint64_t line() const { return line_; }  ///< number of the line that `next` gave, from 1
  [[nodiscard]] std::uint64_t bytes_read() const;             ///< of the file as it is packed

 private:
  struct Archive;
  PackedLines(std::unique_ptr<Archive> archive, std::string name);
  Result<bool> read_more();

  std::unique_ptr<Archive> archive_;
  std::string name_;
  std::string text_;  ///< read, from `begin_` on not given yet
  std::size_t begin_ = 0;
  bool at_end_ = false;
  std::uint64_t line_ = 0;
};

}  // namespace nearme
