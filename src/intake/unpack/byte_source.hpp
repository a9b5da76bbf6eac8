#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "intake/unpack/packing.hpp"

namespace nearme {

/// Bytes one piece after the other, unpacked on the way. Memory: two buffers of 64 KiB, and what the packing needs.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// The next bytes, valid until the next call; empty at the end. Errors: unreadable; corrupt where the packing is
  /// damaged or breaks off.
  virtual Result<std::string_view> next() = 0;

  /// How many bytes of the file were read, packed as they are.
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

/// What to read: a file, what to call it in messages, how it is packed, and for a zip which of its entries.
struct PackedFile {
  std::filesystem::path path;
  std::string name;
  Packing packing = Packing::plain;
  std::string entry;
};

/// Errors: unreadable when the file or its entry cannot be opened.
Result<std::unique_ptr<ByteSource>> open_bytes(const PackedFile& file);

}  // namespace nearme
