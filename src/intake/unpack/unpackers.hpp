#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "intake/unpack/packing.hpp"

namespace nearme {

/// Unpacks one compressed stream after another: files of gzip, bzip2 and zstd may be several, set end to end.
class Unpacker {
 public:
  virtual ~Unpacker() = default;

  /// Takes bytes off the front of `packed` and writes to `plain`; gives how many it wrote. 0 means that it needs more
  /// input. Errors: corrupt, with what the library says.
  virtual Result<std::size_t> unpack(std::string_view& packed, std::string& plain) = 0;

  /// Whether the input may end here.
  [[nodiscard]] virtual bool is_between_streams() const = 0;
};

/// For gzip, bzip2 and zstd.
std::unique_ptr<Unpacker> make_unpacker(Packing packing);

}  // namespace nearme
