#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// Gives text piece by piece, each valid until the next is asked for; empty at the end.
using NextText = std::function<Result<std::string_view>()>;

/// The file that an import reads. Standard input ("-") is first copied to a temporary file, because telling an encoding
/// and reading OpenStreetMap data need more than one pass; that file goes when this value goes.
class InputFile {
 public:
  /// Errors: unreadable, with the path and the reason.
  [[nodiscard]] static Result<InputFile> open(const std::filesystem::path& path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  ///< what to read
  [[nodiscard]] const std::string& name() const { return name_; }            ///< what to call it in messages
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] const std::string& first_bytes() const { return first_bytes_; }  ///< at most 64 KiB

 private:
  struct Temporary;
  InputFile() = default;

  std::filesystem::path path_;
  std::string name_;
  std::uint64_t size_ = 0;
  std::string first_bytes_;
  std::shared_ptr<const Temporary> temporary_;
};

/// Reads a file once from its start, chunk by chunk.
class ChunkReader {
 public:
  explicit ChunkReader(const InputFile& file);

  /// The next bytes, valid until the next call; empty at the end. Errors: unreadable.
  Result<std::string_view> next();

  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::string name_;
  std::ifstream stream_;
  std::string buffer_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace nearme
