#include "intake/osm/objects.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <functional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <osmium/area/assembler.hpp>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/area.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>

#include "intake/centre.hpp"
#include "intake/osm/needed_nodes.hpp"
#include "intake/osm/pbf_blobs.hpp"

namespace nearme {
namespace {

constexpr std::size_t kFirstBufferBytes = std::size_t{1024} * 1024;

/// Relations, ways, nodes.
constexpr std::uint64_t kPasses = 3;

/// Thrown through libosmium's callbacks, and caught where the reading began.
struct Stop {
  Error error;
};

Degrees degrees_of(osmium::Location location) {
  return {.lat = location.lat_without_check(), .lon = location.lon_without_check()};
}

Tags tags_of(const osmium::TagList& list) {
  Tags tags;
  for (const auto& tag : list) tags.emplace(tag.key(), tag.value());
  return tags;
}

std::optional<Instant> changed_at(const osmium::OSMObject& object) {
  if (!object.timestamp().valid()) return std::nullopt;
  return Instant{std::chrono::seconds{object.timestamp().seconds_since_epoch()}};
}

void add_nodes(ShapeCentre& shape, const osmium::NodeRefList& nodes) {
  for (const auto& node : nodes) {
    if (node.location().valid()) shape.add_point(degrees_of(node.location()));
  }
}

void add_ring(ShapeCentre& shape, const osmium::NodeRefList& nodes, ShapeCentre::Ring ring) {
  std::vector<Degrees> points;
  for (const auto& node : nodes) points.push_back(degrees_of(node.location()));
  shape.add_ring(points, ring);
}

bool is_whole(const osmium::NodeRefList& nodes) {
  return std::all_of(nodes.begin(), nodes.end(), [](const auto& node) { return node.location().valid(); });
}

bool is_multipolygon(const osmium::Relation& relation) {
  const auto* type = relation.tags().get_value_by_key("type", "");
  return std::strcmp(type, "multipolygon") == 0 || std::strcmp(type, "boundary") == 0;
}

/// The rings that libosmium makes of the member ways; nothing is added when it cannot.
void add_rings(ShapeCentre& shape, const osmium::Relation& relation, const std::vector<const osmium::Way*>& ways) {
  osmium::area::AssemblerConfig config;
  config.ignore_invalid_locations = true;
  osmium::area::Assembler assemble(config);
  osmium::memory::Buffer areas(kFirstBufferBytes, osmium::memory::Buffer::auto_grow::yes);
  if (!assemble(relation, ways, areas)) return;
  for (const auto& area : areas.select<osmium::Area>()) {
    for (const auto& outer : area.outer_rings()) {
      add_ring(shape, outer, ShapeCentre::Ring::outer);
      for (const auto& inner : area.inner_rings(outer)) add_ring(shape, inner, ShapeCentre::Ring::hole);
    }
  }
}

/// How libosmium is to read the file: what its first bytes are counts, not its name.
Result<std::string> osm_format_of(const InputFile& file) {
  if (file.packing() == Packing::gzip) return "osm.gz";
  if (file.packing() == Packing::bzip2) return "osm.bz2";
  const std::string_view bytes = file.first_bytes();
  if (bytes.substr(0, 64).contains("OSMHeader")) return "pbf";
  if (bytes.substr(0, 1024).contains("<osm")) return "osm";
  return fail(ErrorKind::corrupt, "{} is no OpenStreetMap file: it begins like neither PBF nor XML", file.name());
}

class OsmReading {
 public:
  OsmReading(const InputFile& file, std::string format, const OsmVisitor& visitor)
      : file_(file), format_(std::move(format)), visitor_(visitor) {}

  void read() {
    if (format_ == "pbf") blobs_ = PbfBlobs::scan(file_.path());
    bytes_in_all_ = all_passes();
    read_relations();
    read_ways();
    needed_nodes_.seal();
    read_nodes();
    locate_ways();
    visit_ways();
    visit_relations();
  }

 private:
  /// Calls `use` for every visible object of a kind, and tells how far the file is read: of a PBF only the blobs that
  /// may hold the kind are, of other files all is.
  template <class Object, class Use>
  void for_each(osmium::osm_entity_bits::type entity, Use use) {
    if (!blobs_) return read_part<Object>(file_.path().string(), entity, file_.size(), use);
    blobs_->for_each_part(
        entity, [&](const std::string& path, std::uint64_t bytes) { read_part<Object>(path, entity, bytes, use); });
  }

  template <class Object, class Use>
  void read_part(const std::string& path, osmium::osm_entity_bits::type entity, std::uint64_t bytes, Use& use) {
    osmium::io::Reader reader(osmium::io::File(path, format_), entity, pool_);
    while (auto buffer = reader.read()) {
      visitor_.on_progress(bytes_read_ + std::min<std::uint64_t>(reader.offset(), bytes), bytes_in_all_);
      for (const auto& object : buffer.select<Object>()) {
        if (object.visible()) use(object);
      }
    }
    reader.close();
    bytes_read_ += bytes;
  }

  [[nodiscard]] std::uint64_t all_passes() const {
    if (!blobs_) return kPasses * file_.size();
    using namespace osmium::osm_entity_bits;
    return blobs_->bytes_of(relation) + blobs_->bytes_of(way) + blobs_->bytes_of(node);
  }

  /// Whether an object is wanted; one that has tags, but is not, is counted.
  bool is_wanted(const osmium::OSMObject& object) {
    if (object.tags().empty()) return false;
    const bool may_matter = std::any_of(object.tags().begin(), object.tags().end(),
                                        [&](const osmium::Tag& tag) { return visitor_.knows_key(tag.key()); });
    if (may_matter && visitor_.wants(tags_of(object.tags()))) return true;
    visitor_.on_other();
    return false;
  }

  void read_relations() {
    for_each<osmium::Relation>(osmium::osm_entity_bits::relation, [&](const osmium::Relation& relation) {
      if (!is_wanted(relation)) return;
      for (const auto& member : relation.members()) {
        if (member.type() == osmium::item_type::way) member_ways_.insert(member.ref());
        if (member.type() == osmium::item_type::node) needed_nodes_.need(member.ref());
      }
      relations_.add_item(relation);
      relations_.commit();
    });
  }

  void read_ways() {
    for_each<osmium::Way>(osmium::osm_entity_bits::way, [&](const osmium::Way& way) {
      const bool is_site = is_wanted(way);
      if (!is_site && !member_ways_.contains(way.id())) return;
      for (const auto& node : way.nodes()) needed_nodes_.need(node.ref());
      const auto offset = ways_.committed();
      if (is_site) site_ways_.push_back(offset);
      way_offsets_[way.id()] = offset;
      ways_.add_item(way);
      ways_.commit();
    });
  }

  void read_nodes() {
    for_each<osmium::Node>(osmium::osm_entity_bits::node, [&](const osmium::Node& node) {
      needed_nodes_.put(node.id(), node.location());
      if (!is_wanted(node)) return;
      const auto position =
          node.location().valid() ? std::optional(degrees_of(node.location())) : std::optional<Degrees>{};
      visit("node", node, position);
    });
  }

  void locate_ways() {
    for (auto& way : ways_.select<osmium::Way>()) {
      for (auto& node : way.nodes()) node.set_location(needed_nodes_.find(node.ref()));
    }
  }

  void visit_ways() {
    for (const auto offset : site_ways_) {
      const auto& way = ways_.get<osmium::Way>(offset);
      ShapeCentre shape;
      if (way.is_closed() && is_whole(way.nodes())) {
        add_ring(shape, way.nodes(), ShapeCentre::Ring::outer);
      } else {
        add_nodes(shape, way.nodes());
      }
      visit("way", way, shape.centre());
    }
  }

  void visit_relations() {
    for (const auto& relation : relations_.select<osmium::Relation>()) {
      visit("relation", relation, centre_of(relation));
    }
  }

  std::optional<Degrees> centre_of(const osmium::Relation& relation) const {
    std::vector<const osmium::Way*> ways;
    std::size_t missing_ways = 0;
    for (const auto& member : relation.members()) {
      if (member.type() != osmium::item_type::way) continue;
      const auto found = way_offsets_.find(member.ref());
      if (found == way_offsets_.end()) {
        ++missing_ways;
      } else {
        ways.push_back(&ways_.get<osmium::Way>(found->second));
      }
    }
    ShapeCentre shape;
    if (is_multipolygon(relation) && missing_ways == 0 && !ways.empty()) add_rings(shape, relation, ways);
    if (!shape.centre()) add_members(shape, relation, ways);
    return shape.centre();
  }

  void add_members(ShapeCentre& shape, const osmium::Relation& relation,
                   const std::vector<const osmium::Way*>& ways) const {
    for (const auto* way : ways) add_nodes(shape, way->nodes());
    for (const auto& member : relation.members()) {
      if (member.type() != osmium::item_type::node) continue;
      if (const auto location = needed_nodes_.find(member.ref()); location.valid()) {
        shape.add_point(degrees_of(location));
      }
    }
  }

  void visit(std::string_view type, const osmium::OSMObject& object, std::optional<Degrees> position) {
    auto visited = visitor_.on_object({.type = type,
                                       .id = object.id(),
                                       .tags = tags_of(object.tags()),
                                       .position = position,
                                       .changed_at = changed_at(object)});
    if (!visited) throw Stop{visited.error()};
  }

  static osmium::memory::Buffer growing_buffer() {
    return osmium::memory::Buffer(kFirstBufferBytes, osmium::memory::Buffer::auto_grow::yes);
  }

  const InputFile& file_;
  std::string format_;
  const OsmVisitor& visitor_;
  // As many threads as there are processors: by itself libosmium leaves two of them free, be there but two.
  osmium::thread::Pool pool_{static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))};
  std::optional<PbfBlobs> blobs_;  ///< of a PBF
  std::uint64_t bytes_read_ = 0;
  std::uint64_t bytes_in_all_ = 0;
  std::unordered_set<osmium::object_id_type> member_ways_;
  osmium::memory::Buffer relations_ = growing_buffer();
  osmium::memory::Buffer ways_ = growing_buffer();
  std::vector<std::size_t> site_ways_;                                   ///< offsets in ways_
  std::unordered_map<osmium::object_id_type, std::size_t> way_offsets_;  ///< by id
  NeededNodes needed_nodes_;
};

}  // namespace

Result<void> read_osm(const InputFile& file, const OsmVisitor& visitor) {
  TRY(auto format, osm_format_of(file));
  try {
    OsmReading(file, std::move(format), visitor).read();
    return {};
  } catch (const Stop& stop) {
    return std::unexpected(stop.error);
  } catch (const std::exception& error) {
    return fail(ErrorKind::corrupt, "{} cannot be read as OpenStreetMap data; it may be cut off or damaged: {}",
                file.name(), error.what());
  }
}

}  // namespace nearme
