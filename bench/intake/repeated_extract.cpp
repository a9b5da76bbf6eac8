#include "intake/repeated_extract.hpp"

#include <exception>
#include <vector>

#include <osmium/io/pbf_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

namespace nearme {
namespace {

/// Above any id in use, and below what 64 bits hold for a thousand copies.
constexpr osmium::object_id_type kIdsOfCopy = 20'000'000'000;

using Buffers = std::vector<osmium::memory::Buffer>;

Buffers read_all(const std::filesystem::path& path, osmium::osm_entity_bits::type entity) {
  osmium::io::Reader reader(osmium::io::File(path.string(), "pbf"), entity);
  Buffers buffers;
  while (auto buffer = reader.read()) buffers.push_back(std::move(buffer));
  reader.close();
  return buffers;
}

void renumber(osmium::Node&, osmium::object_id_type) {}
void renumber(osmium::Way& way, osmium::object_id_type by) {
  for (auto& node : way.nodes()) node.set_ref(node.ref() + by);
}
void renumber(osmium::Relation& relation, osmium::object_id_type by) {
  for (auto& member : relation.members()) member.set_ref(member.ref() + by);
}

/// All copies of one type, one after the other.
template <class Object>
void write_copies(osmium::io::Writer& writer, const Buffers& buffers, std::uint64_t copies) {
  for (std::uint64_t copy = 0; copy < copies; ++copy) {
    const auto by = static_cast<osmium::object_id_type>(copy) * kIdsOfCopy;
    for (const auto& buffer : buffers) {
      osmium::memory::Buffer renumbered(buffer.committed());
      renumbered.add_buffer(buffer);
      renumbered.commit();
      for (auto& object : renumbered.select<Object>()) {
        object.set_id(object.id() + by);
        renumber(object, by);
      }
      writer(std::move(renumbered));
    }
  }
}

}  // namespace

Result<void> write(const RepeatedExtract& extract) {
  try {
    const auto copies = (extract.bytes / std::filesystem::file_size(extract.from)) + 1;
    osmium::io::Header header;
    header.set("sorting", "Type_then_ID");
    osmium::io::Writer writer(osmium::io::File(extract.to.string(), "pbf"), header, osmium::io::overwrite::allow);
    write_copies<osmium::Node>(writer, read_all(extract.from, osmium::osm_entity_bits::node), copies);
    write_copies<osmium::Way>(writer, read_all(extract.from, osmium::osm_entity_bits::way), copies);
    write_copies<osmium::Relation>(writer, read_all(extract.from, osmium::osm_entity_bits::relation), copies);
    writer.close();
    return {};
  } catch (const std::exception& error) {
    return fail(ErrorKind::unreadable, "{} cannot be repeated: {}", extract.from.string(), error.what());
  }
}

}  // namespace nearme
