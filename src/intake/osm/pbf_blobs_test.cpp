#include "intake/osm/pbf_blobs.hpp"

#include <map>
#include <random>

#include <gtest/gtest.h>
#include <osmium/builder/attr.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_output.hpp>

#include "intake/intake_fixture.hpp"
#include "intake/osm/objects.hpp"

namespace nearme {
namespace {

namespace bits = osmium::osm_entity_bits;
using Attributes = std::vector<std::pair<std::string, std::string>>;
using Piece = std::function<void(osmium::memory::Buffer&)>;

/// Twenty thousand nodes, two thousand ways of three nodes and a hundred relations of one way, some with tags: more
/// than one blob of nodes.
struct MadeUpMap {
  std::vector<Piece> nodes, ways, relations;

  explicit MadeUpMap(std::uint32_t seed) {
    using namespace osmium::builder::attr;  // NOLINT: the library means it so
    std::mt19937 random(seed);
    const auto tags = [&] { return random() % 50 == 0 ? Attributes{{"amenity", "clinic"}} : Attributes{}; };
    for (int id = 1; id <= 20'000; ++id) {
      const osmium::Location at{static_cast<double>(random() % 1000) / 100, static_cast<double>(random() % 800) / 10};
      nodes.push_back([=, t = tags()](auto& to) { osmium::builder::add_node(to, _id(id), _location(at), _tags(t)); });
    }
    for (int id = 1; id <= 2'000; ++id) {
      const std::vector<osmium::object_id_type> refs{1 + static_cast<int>(random() % 20'100), id, id + 7};
      ways.push_back([=, t = tags()](auto& to) { osmium::builder::add_way(to, _id(id), _nodes(refs), _tags(t)); });
    }
    for (int id = 1; id <= 100; ++id) {
      const auto way = static_cast<osmium::object_id_type>(1 + (random() % 2'000));
      relations.push_back([=, t = tags()](auto& to) {
        osmium::builder::add_relation(to, _id(id), _member(osmium::item_type::way, way, "outer"), _tags(t));
      });
    }
  }
};

/// Writes pieces in their order. The format is one of libosmium's: "pbf", "pbf,pbf_compression=none", "osm".
std::filesystem::path written(const std::vector<const std::vector<Piece>*>& pieces, const std::string& format) {
  const auto path = test_file("", format.starts_with("pbf") ? ".osm.pbf" : ".osm");
  osmium::io::Writer writer(osmium::io::File(path.string(), format), osmium::io::overwrite::allow);
  for (const auto* each : pieces) {
    osmium::memory::Buffer buffer(1024, osmium::memory::Buffer::auto_grow::yes);
    for (const auto& piece : *each) piece(buffer);
    writer(std::move(buffer));
  }
  writer.close();
  return path;
}

/// The objects of a file by their names, each as its position, and how many others there are.
std::map<std::string, std::string> objects_in(const std::filesystem::path& path) {
  std::map<std::string, std::string> objects;
  std::uint64_t others = 0;
  std::uint64_t most = 0;
  const auto file = InputFile::open(path).value();
  const auto read = read_osm(file, {.knows_key = [](std::string_view) { return true; },
                                    .wants = [](const Tags& tags) { return tags.contains("amenity"); },
                                    .on_object = [&](const OsmObject& object) -> Result<void> {
                                      objects[fmt::format("{} {}", object.type, object.id)] =
                                          object.position
                                              ? fmt::format("{:.7f} {:.7f}", object.position->lat, object.position->lon)
                                              : "nowhere";
                                      return {};
                                    },
                                    .on_other = [&] { ++others; },
                                    .on_progress =
                                        [&](std::uint64_t bytes, std::uint64_t all) {
                                          EXPECT_GE(bytes, most);
                                          EXPECT_LE(bytes, all);
                                          most = bytes;
                                        }});
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  objects["others"] = std::to_string(others);
  return objects;
}

TEST(PbfBlobs, ReadingOnlyTheBlobsThatMatterGivesWhatReadingEverythingGives) {
  const auto seed = std::random_device{}();
  const MadeUpMap map(seed);
  const auto expected = objects_in(written({&map.nodes, &map.ways, &map.relations}, "osm"));
  ASSERT_GT(expected.size(), 300) << "seed " << seed;
  for (const auto* format : {"pbf", "pbf,pbf_compression=none", "pbf,pbf_dense_nodes=false"}) {
    EXPECT_EQ(objects_in(written({&map.nodes, &map.ways, &map.relations}, format)), expected) << format << seed;
    EXPECT_EQ(objects_in(written({&map.relations, &map.ways, &map.nodes}, format)), expected)
        << format << ", not sorted, seed " << seed;
  }
}

TEST(PbfBlobs, ABlobCountsForWhatIsInItAlone) {
  const MadeUpMap map(1);
  const auto path = written({&map.nodes, &map.ways, &map.relations}, "pbf");
  const auto blobs = PbfBlobs::scan(path);
  ASSERT_TRUE(blobs);
  const auto all = blobs->bytes_of(bits::all);
  EXPECT_EQ(all, blobs->bytes_of(bits::node) + blobs->bytes_of(bits::way) + blobs->bytes_of(bits::relation));
  EXPECT_LT(blobs->bytes_of(bits::relation), all / 10);
  EXPECT_LT(all, std::filesystem::file_size(path)) << "the header is none of them";
}

TEST(PbfBlobs, WhatIsNotLaidOutLikeAPbfHasNone) {
  const MadeUpMap map(1);
  const auto whole = read_file(written({&map.nodes}, "pbf")).value();
  EXPECT_FALSE(PbfBlobs::scan(test_file("", ".pbf")));
  EXPECT_FALSE(PbfBlobs::scan(test_file("just some text, no map at all", ".pbf")));
  for (const auto cut : {std::size_t{3}, std::size_t{20}, whole.size() / 2, whole.size() - 1}) {
    EXPECT_FALSE(PbfBlobs::scan(test_file(whole.substr(0, cut), ".pbf"))) << cut;
  }
  EXPECT_FALSE(PbfBlobs::scan(test_file(whole + "xyz", ".pbf")));
}

bits::type kinds_of(std::string_view block) {
  return kinds_in_block(block.size(), [&](std::size_t bytes) { return block.substr(0, bytes); });
}

TEST(KindsInBlock, EveryGroupCountsAndWhatCannotBeToldMayBeEverything) {
  using namespace std::string_view_literals;
  EXPECT_EQ(kinds_of(""), bits::nothing);
  EXPECT_EQ(kinds_of("\x0A\x02xy\x12\x02\x12\x00"sv), bits::node) << "strings, then dense nodes";
  EXPECT_EQ(kinds_of("\x12\x02\x1A\x00\x12\x02\x22\x00\x88\x01\x64"sv), bits::way | bits::relation);
  EXPECT_EQ(kinds_of("\x12\x02\x3A\x00"sv), bits::all) << "a group of another age";
  EXPECT_EQ(kinds_of("\x12\x7F\x1A\x00"sv), bits::all) << "longer than the block";
  EXPECT_EQ(kinds_of("\x0D\x01\x02\x03\x04"sv), bits::all) << "a field of another type";
  EXPECT_EQ(kinds_in_block(100, [](std::size_t) { return "\x12\x02"sv; }), bits::all) << "damaged";
}

}  // namespace
}  // namespace nearme
