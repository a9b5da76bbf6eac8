#include "service/pages/look/tile_archive.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/checksum.hpp"

namespace nearme {
namespace {

/// Where the fields of the header lie (section 3 of the specification); numbers are little-endian.
constexpr std::size_t kHeaderBytes = 127;
constexpr std::string_view kMagic = "PMTiles";
constexpr std::size_t kVersionAt = 7;
constexpr std::array<std::pair<std::size_t, std::string_view>, 4> kSections{
    {{8, "root directory"}, {24, "metadata"}, {40, "leaf directories"}, {56, "tiles"}}};
constexpr std::size_t kTileLengthAt = 64;
constexpr std::size_t kInternalCompressionAt = 97;
constexpr std::size_t kTileCompressionAt = 98;
constexpr std::size_t kTileTypeAt = 99;

constexpr unsigned kVersion = 3;
constexpr unsigned kMostPackings = 2;  ///< 1 none, 2 gzip; 3 brotli and 4 zstd are not unpacked by browsers' scripts
constexpr unsigned kMostTileTypes = 6;
/// Of these the version is told: the header, the root directory and mostly the metadata.
constexpr std::size_t kTellingBytes = 16'384;

unsigned byte_at(std::span<const std::byte> bytes, std::size_t at) { return std::to_integer<unsigned>(bytes[at]); }

std::uint64_t number_at(std::span<const std::byte> bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number |= std::uint64_t{byte_at(bytes, at + i)} << (8 * i);
  return number;
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Result<void> check_beginning(std::span<const std::byte> bytes) {
  if (bytes.empty()) return fail(ErrorKind::invalid_input, "is empty; it must be a PMTiles archive");
  if (!text_of(bytes).starts_with(kMagic))
    return fail(ErrorKind::invalid_input, "is no PMTiles archive: it does not begin with '{}'", kMagic);
  if (bytes.size() < kHeaderBytes)
    return fail(ErrorKind::invalid_input, "ends within its header: {} of {} bytes", bytes.size(), kHeaderBytes);
  if (const auto version = byte_at(bytes, kVersionAt); version != kVersion)
    return fail(ErrorKind::invalid_input, "is of version {} of PMTiles; only version {} is read", version, kVersion);
  return {};
}

Result<void> check_sections(std::span<const std::byte> bytes) {
  for (const auto& [at, name] : kSections) {
    const auto begin = number_at(bytes, at);
    const auto length = number_at(bytes, at + 8);
    if (length > bytes.size() || begin > bytes.size() - length)
      return fail(ErrorKind::invalid_input, "is cut off: its {} would end at byte {}, and it has {}", name,
                  begin + length, bytes.size());
  }
  if (number_at(bytes, kTileLengthAt) == 0) return fail(ErrorKind::invalid_input, "holds no tiles");
  return {};
}

}  // namespace

Result<void> check_tile_archive(std::span<const std::byte> bytes) {
  TRY_VOID(check_beginning(bytes));
  TRY_VOID(check_sections(bytes));
  const auto packing = std::max(byte_at(bytes, kInternalCompressionAt), byte_at(bytes, kTileCompressionAt));
  if (packing > kMostPackings)
    return fail(ErrorKind::invalid_input, "is packed in a way that browsers do not unpack; write it with gzip");
  if (const auto type = byte_at(bytes, kTileTypeAt); type == 0 || type > kMostTileTypes)
    return fail(ErrorKind::invalid_input, "does not say of what type its tiles are (byte {})", kTileTypeAt);
  return {};
}

Result<TileArchive> TileArchive::open(const std::filesystem::path& path) {
  TRY(auto file, MappedFile::open(path));
  TRY_VOID(check_tile_archive(file.bytes()));
  TileArchive archive;
  archive.file_ = std::make_shared<const MappedFile>(std::move(file));
  const auto bytes = archive.bytes();
  archive.version_ = to_hex(checksum(bytes.substr(0, kTellingBytes)) ^ bytes.size());
  return archive;
}

std::string_view TileArchive::bytes() const { return file_ == nullptr ? std::string_view{} : text_of(file_->bytes()); }

}  // namespace nearme
