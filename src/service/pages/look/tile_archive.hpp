#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/mapped_file.hpp"
#include "base/result.hpp"

namespace nearme {

/// The operator's map in one file: an archive of tiles (PMTiles 3,
/// https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md) that browsers read in ranges of bytes. Copies share
/// one mapping. Threads: any.
class TileArchive {
 public:
  TileArchive() = default;  ///< none

  /// Errors: unreadable; invalid_input for what is no archive of tiles that a browser could draw, with what would be.
  [[nodiscard]] static Result<TileArchive> open(const std::filesystem::path& path);

  [[nodiscard]] bool is_set() const { return file_ != nullptr; }
  /// As text, to be sent; they live as long as any copy.
  [[nodiscard]] std::string_view bytes() const;
  /// Other for other bytes, as far as header, root directory and length tell: "9f735380...".
  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  std::shared_ptr<const MappedFile> file_;
  std::string version_;
};

/// Whether these bytes begin as an archive that a browser can draw, and are all there. Errors: invalid_input.
Result<void> check_tile_archive(std::span<const std::byte> bytes);

}  // namespace nearme
