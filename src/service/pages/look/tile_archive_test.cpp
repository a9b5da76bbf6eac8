#include "service/pages/look/tile_archive.hpp"

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace nearme {
namespace {

/// The bytes of an archive with one tile of one byte: its sections stand one behind the other.
std::string small_archive() {
  std::string bytes(127, '\0');
  bytes.replace(0, 8, "PMTiles\x03");
  const auto put = [&](std::size_t at, char value) { bytes[at] = value; };
  put(8, 127), put(16, 4);      // root directory
  put(24, '\x83'), put(32, 2);  // metadata, from byte 131
  put(40, '\x85');              // no leaf directories
  put(56, '\x85'), put(64, 1);  // tiles
  put(97, 2), put(98, 2), put(99, 1);
  return bytes + std::string(7, 'x');
}

std::string with_byte(std::string bytes, std::size_t at, int value) {
  bytes[at] = static_cast<char>(value);
  return bytes;
}

std::string reason(const std::string& bytes) {
  const auto checked = check_tile_archive(std::as_bytes(std::span(bytes)));
  return checked ? "" : checked.error().message;
}

TEST(CheckTileArchive, TakesWholeArchivesAlone) {
  const auto whole = small_archive();
  EXPECT_EQ(reason(whole), "");
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_NE(reason(whole.substr(0, length)), "") << "cut off at " << length;
}

TEST(CheckTileArchive, SaysWhatIsWrong) {
  const auto whole = small_archive();
  EXPECT_EQ(reason(""), "is empty; it must be a PMTiles archive");
  EXPECT_EQ(reason("This is an invalid archive"), "is no PMTiles archive: it does not begin with 'PMTiles'");
  EXPECT_EQ(reason(whole.substr(0, 50)), "ends within its header: 50 of 127 bytes");
  EXPECT_EQ(reason(with_byte(whole, 7, 4)), "is of version 4 of PMTiles; only version 3 is read");
  EXPECT_EQ(reason(whole.substr(0, 133)), "is cut off: its tiles would end at byte 134, and it has 133");
  EXPECT_EQ(reason(with_byte(whole, 64, 0)), "holds no tiles");
  EXPECT_EQ(reason(with_byte(whole, 98, 3)), "is packed in a way that browsers do not unpack; write it with gzip");
  EXPECT_EQ(reason(with_byte(whole, 99, 0)), "does not say of what type its tiles are (byte 99)");
}

TEST(CheckTileArchive, IsNotMisledByLengthsThatOverflow) {
  auto bytes = small_archive();
  for (std::size_t at = 56; at < 72; ++at) bytes[at] = '\xff';
  EXPECT_NE(reason(bytes), "");
}

TEST(TileArchive, TellsOtherBytesByItsVersion) {
  const auto path = std::filesystem::path(testing::TempDir()) / "small.pmtiles";
  const auto version_of = [&](const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    const auto archive = TileArchive::open(path);
    EXPECT_TRUE(archive) << archive.error().message;
    EXPECT_EQ(archive->bytes(), bytes);
    return archive->version();
  };
  const auto first = version_of(small_archive());
  EXPECT_EQ(version_of(small_archive()), first);
  EXPECT_NE(version_of(small_archive() + "x"), first);
  EXPECT_NE(version_of(with_byte(small_archive(), 128, 1)), first);
  std::filesystem::remove(path);
  EXPECT_EQ(TileArchive::open(path).error().kind, ErrorKind::unreadable);
}

TEST(TileArchive, ReadsRealArchivesAndRefusesDamagedOnes) {
  const auto* data = std::getenv("NEARME_REAL_DATA");
  if (data == nullptr) GTEST_SKIP() << "NEARME_REAL_DATA is not set";
  const auto folder = std::filesystem::path(data) / "basemap";
  for (const auto* name : {"malta_openmaptiles.pmtiles", "monaco_openmaptiles.pmtiles",
                           "pmtiles_test_data/test_fixture_1.pmtiles", "pmtiles_test_data/test_fixture_2.pmtiles"}) {
    const auto archive = TileArchive::open(folder / name);
    EXPECT_TRUE(archive) << name << " " << archive.error().message;
  }
  for (const auto& [name, words] : {std::pair{"empty", "is empty"}, std::pair{"invalid", "is no PMTiles archive"},
                                    std::pair{"invalid_v4", "is of version 4"}}) {
    const auto archive = TileArchive::open(folder / "pmtiles_test_data" / (std::string(name) + ".pmtiles"));
    ASSERT_FALSE(archive) << name;
    EXPECT_TRUE(archive.error().message.starts_with(words)) << archive.error().message;
  }
}

}  // namespace
}  // namespace nearme
