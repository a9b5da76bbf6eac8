#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <osmium/osm/entity_bits.hpp>

namespace nearme {

/// Where the blobs of an .osm.pbf lie and what each may hold, so that reading its relations need not unpack its nodes:
/// unpacking is most of the work of reading. (OpenStreetMap wiki: PBF Format.)
///
/// A blob's kinds are found by unpacking its beginning, up to its first group; files need not be sorted for that. Blobs
/// that are not packed by zlib count as holding everything. Memory: 24 bytes for each blob of some 8,000 objects.
class PbfBlobs {
 public:
  using Kinds = osmium::osm_entity_bits::type;

  /// Reads the file once. None when it is not laid out like a PBF, or breaks off: who reads it whole will say why.
  [[nodiscard]] static std::optional<PbfBlobs> scan(const std::filesystem::path& path);

  /// How many bytes of the file may hold objects of these kinds.
  [[nodiscard]] std::uint64_t bytes_of(Kinds kinds) const;

  /// Calls `use` with the paths of small PBFs in memory, which together have all blobs that may hold objects of these
  /// kinds, in their order, and with the bytes of each. Throws std::system_error when the file cannot be read any more.
  void for_each_part(Kinds kinds, const std::function<void(const std::string& path, std::uint64_t bytes)>& use) const;

 private:
  struct Blob {
    std::uint64_t offset = 0;  ///< of its header's length
    std::uint64_t bytes = 0;   ///< up to the next blob
    Kinds kinds = osmium::osm_entity_bits::nothing;
  };
  explicit PbfBlobs(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
  std::vector<Blob> blobs_;  ///< the first is the file's header
};

/// The kinds of objects in a block (PrimitiveBlock) of which `ensure(n)` unpacks the first n bytes, where there are so
/// many, and gives all that are unpacked. `size` is that of the whole block. All kinds, where it cannot be told.
osmium::osm_entity_bits::type kinds_in_block(std::size_t size,
                                             const std::function<std::string_view(std::size_t)>& ensure);

}  // namespace nearme
