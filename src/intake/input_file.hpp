#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "intake/unpack/byte_source.hpp"

namespace nearme {

/// Gives text piece by piece, each valid until the next is asked for; empty at the end.
using NextText = std::function<Result<std::string_view>()>;

/// The file that an import reads, plain or packed with gzip, bzip2, zstd or zip: its content tells. Standard input
/// ("-") is first copied to a temporary file, because telling an encoding and reading OpenStreetMap data need more than
/// one pass; that file goes when this value goes.
///
/// Of an archive of several files one is read: the one asked for, or the only one that can be imported, or what makes a
/// known package of it (a spreadsheet, NPPES's weekly archive, an HSDS package).
class InputFile {
 public:
  /// `entry` names a file of a ZIP archive, or is empty. Errors: unreadable, with the path and the reason; corrupt for
  /// a damaged packing; invalid_input for an archive of which nobody can say what to read, with the names of its files.
  /// `called` is the name that it goes by, where that is not its path: a fetched file has that of its address.
  [[nodiscard]] static Result<InputFile> open(const std::filesystem::path& path, const std::string& entry = {},
                                              const std::string& called = {});

  [[nodiscard]] const std::filesystem::path& path() const { return packed_.path; }  ///< what lies on the disk
  [[nodiscard]] const std::string& name() const { return packed_.name; }            ///< what to call it in messages
  [[nodiscard]] std::uint64_t size() const { return size_; }                        ///< on the disk
  [[nodiscard]] Packing packing() const { return packed_.packing; }

  /// At most 64 KiB of what is inside, and the name that it has there: "clinics.csv" of "clinics.csv.gz".
  [[nodiscard]] const std::string& first_bytes() const { return first_bytes_; }
  [[nodiscard]] const std::filesystem::path& inner_name() const { return inner_name_; }

  /// The names of the files of an archive; empty when it is none.
  [[nodiscard]] const std::vector<std::string>& entries() const { return entries_; }

  /// The same archive with another of its files.
  [[nodiscard]] Result<InputFile> with_entry(const std::string& entry) const;

  [[nodiscard]] Result<std::unique_ptr<ByteSource>> bytes() const { return open_bytes(packed_); }

  /// The same file unpacked on the disk, for a library that wants a path.
  [[nodiscard]] Result<InputFile> unpacked() const;

 private:
  struct Temporary;
  InputFile() = default;
  Result<void> choose_entry(const std::string& entry);
  Result<void> look_inside();

  PackedFile packed_;
  std::filesystem::path inner_name_;
  std::uint64_t size_ = 0;
  std::string first_bytes_;
  std::vector<std::string> entries_;
  std::shared_ptr<const Temporary> temporary_;
};

/// Reads a file once from its start, unpacked, chunk by chunk.
class ChunkReader {
 public:
  explicit ChunkReader(const InputFile& file) : file_(file) {}

  /// The next bytes, valid until the next call; empty at the end. Errors: unreadable, corrupt.
  Result<std::string_view> next();

  /// Of the file on the disk.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_ == nullptr ? 0 : bytes_->bytes_read(); }

 private:
  InputFile file_;
  std::unique_ptr<ByteSource> bytes_;
};

}  // namespace nearme
