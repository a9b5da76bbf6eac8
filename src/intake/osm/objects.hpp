#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/time.hpp"
#include "catalogue/tag_rules.hpp"
#include "geo/lat_lon.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// A node, way or relation that somebody asked for.
struct OsmObject {
  std::string_view type;  ///< "node", "way", "relation"
  std::int64_t id = 0;
  Tags tags;
  std::optional<Degrees> position;  ///< none when the file has no part of its geometry
  std::optional<Instant> changed_at;
};

/// What is wanted of an OpenStreetMap file, and where it goes.
struct OsmVisitor {
  std::function<bool(std::string_view key)> knows_key;  ///< a cheap first sieve: whether a key may matter
  std::function<bool(const Tags& tags)> wants;          ///< asked for objects with a key that may matter
  std::function<Result<void>(const OsmObject& object)> on_object;
  std::function<void()> on_other;  ///< an object with tags that is not wanted
  std::function<void(std::uint64_t bytes_read, std::uint64_t bytes_in_all)> on_progress;
};

/// Reads .osm.pbf (zlib and LZ4 blobs), .osm, .osm.gz or .osm.bz2, told apart by their first bytes, with libosmium.
///
/// Positions: a node's own; of a closed way the centroid by area, of an open one the mean of its nodes; of a
/// multipolygon the centroid by area, and of it, too, when rings are missing or broken, and of any other relation the
/// mean of its known members (nodes and ways). The file is read three times: relations, then ways, then nodes, of a PBF
/// only the blobs that have them (pbf_blobs.hpp); memory holds the wanted ways and relations and the nodes of those
/// ways alone (16 bytes each), whatever the file's size. Errors: corrupt with the library's reason when the file is cut
/// off or is no such file; those of `on_object`.
Result<void> read_osm(const InputFile& file, const OsmVisitor& visitor);

}  // namespace nearme
