#include "intake/unpack/packing.hpp"

#include <array>

namespace nearme {

std::string_view to_string(Packing packing) {
  constexpr std::array<std::string_view, 5> kNames{"plain", "gzip", "bzip2", "zstd", "zip"};
  return kNames[static_cast<std::size_t>(packing)];
}

Packing packing_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B")) return Packing::gzip;
  if (first_bytes.starts_with("BZh")) return Packing::bzip2;
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD")) return Packing::zstd;
  if (first_bytes.starts_with("PK\x03\x04") || first_bytes.starts_with("PK\x05\x06")) return Packing::zip;
  return Packing::plain;
}

}  // namespace nearme
