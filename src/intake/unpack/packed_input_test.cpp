// Files that are packed, and what is inside them.
#include <bzlib.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include "intake/intake_fixture.hpp"
#include "intake/unpack/choose_entry.hpp"
#include "intake/unpack/zip_of.hpp"

namespace nearme {
namespace {

constexpr std::string_view kTable = "id,name,lat,lon\n1,A,53.8,-1.5\n2,B,53.9,-1.6\n";

std::string gzipped(std::string_view text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(compressBound(text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string bzipped(std::string_view text) {
  std::string packed(text.size() + 1000, '\0');
  auto size = static_cast<unsigned>(packed.size());
  EXPECT_EQ(BZ2_bzBuffToBuffCompress(packed.data(), &size, const_cast<char*>(text.data()),
                                     static_cast<unsigned>(text.size()), 9, 0, 0),
            BZ_OK);
  packed.resize(size);
  return packed;
}

std::string zstandard(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::filesystem::path zipped(const std::vector<std::pair<std::string, std::string>>& files,
                             const std::string& ending = ".zip") {
  return test_file(zip_of(files), ending);
}

std::uint64_t added_from(const std::filesystem::path& path) {
  const auto store = fresh_store();
  const auto report = import_into(*store, request_for(path));
  EXPECT_TRUE(report) << (report ? "" : report.error().message);
  return report ? report->rows.added : 0;
}

std::string error_of(const std::filesystem::path& path, const std::string& entry = {}) {
  const auto store = fresh_store();
  auto request = request_for(path);
  request.entry = entry;
  const auto report = import_into(*store, request);
  return report ? "" : report.error().message;
}

TEST(PackedInput, EveryPackingIsToldByItsContentWhateverTheNameSays) {
  EXPECT_EQ(added_from(test_file(gzipped(kTable), ".csv.gz")), 2);
  EXPECT_EQ(added_from(test_file(gzipped(kTable), ".csv")), 2);
  EXPECT_EQ(added_from(test_file(bzipped(kTable), ".bin")), 2);
  EXPECT_EQ(added_from(test_file(zstandard(kTable), ".csv.zst")), 2);
  EXPECT_EQ(added_from(zipped({{"folder/", ""}, {"folder/a.csv", std::string(kTable)}})), 2);
}

TEST(PackedInput, StreamsSetEndToEndAreOneText) {
  const auto half = kTable.find("2,B");
  EXPECT_EQ(added_from(test_file(gzipped(kTable.substr(0, half)) + gzipped(kTable.substr(half)), ".gz")), 2);
  EXPECT_EQ(added_from(test_file(bzipped(kTable.substr(0, half)) + bzipped(kTable.substr(half)), ".bz2")), 2);
  EXPECT_EQ(added_from(test_file(zstandard(kTable.substr(0, half)) + zstandard(kTable.substr(half)), ".zst")), 2);
}

TEST(PackedInput, WhatBreaksOffOrIsDamagedIsSaidAndNothingIsImported) {
  for (const auto& packed : {gzipped(kTable), bzipped(kTable), zstandard(kTable)}) {
    EXPECT_TRUE(error_of(test_file(packed.substr(0, packed.size() - 5), ".x")).contains("breaks off in the middle"));
    auto damaged = packed;
    damaged[packed.size() / 2] = static_cast<char>(damaged[packed.size() / 2] ^ 0x55);
    const auto error = error_of(test_file(damaged, ".csv"));
    EXPECT_TRUE(error.empty() || error.contains("damaged") || error.contains("breaks off") ||
                error.contains("header") || error.contains("no column"))
        << error;
  }
  EXPECT_TRUE(error_of(test_file("PK\x03\x04 and no more", ".zip")).contains("is no whole ZIP archive"));
}

TEST(PackedInput, AnArchiveOfSeveralFilesAsksWhich) {
  const auto path = zipped({{"a.csv", std::string(kTable)}, {"b.csv", std::string(kTable)}, {"readme.md", "x"}});
  EXPECT_TRUE(error_of(path).contains("holds several files: a.csv, b.csv; say which with --entry NAME"));
  EXPECT_TRUE(error_of(path, "c.csv").contains("there is no 'c.csv' in"));
  EXPECT_EQ(error_of(path, "b.csv"), "");
  EXPECT_TRUE(error_of(zipped({{"readme.md", "x"}})).contains("holds nothing that can be imported: readme.md"));
  EXPECT_TRUE(error_of(zipped({{"[Content_Types].xml", "x"}}, ".xlsx")).contains("save the sheet as CSV or as ODS"));
  EXPECT_TRUE(error_of(test_file(kTable, ".csv"), "a").contains("is no ZIP archive"));
}

TEST(Spreadsheet, RowsRepeatedCellsAndNumbersComeAsTheSheetStoresThem) {
  const std::string content =
      "<?xml version='1.0'?><office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body>"
      "<table:table table:name='Empty'><table:table-row table:number-rows-repeated='5'><table:table-cell/>"
      "</table:table-row></table:table><table:table table:name='Sites'><table:table-row>"
      "<table:table-cell><text:p>name</text:p></table:table-cell><table:table-cell><text:p>lat</text:p>"
      "</table:table-cell><table:table-cell><text:p>lon</text:p></table:table-cell></table:table-row>"
      "<table:table-row><table:table-cell office:value-type='string'><text:p>A<text:s text:c='1'/>&amp;</text:p>"
      "</table:table-cell><table:table-cell office:value-type='float' office:value='1.25' "
      "table:number-columns-repeated='2'><text:p>1.3</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated='16000'/></table:table-row></table:table>"
      "</office:body></office:document-content>";
  const auto store = fresh_store();
  const auto report = import_into(*store, request_for(zipped({{"mimetype", "m"}, {"content.xml", content}}, ".ods")));
  ASSERT_TRUE(report) << report.error().message;
  ASSERT_EQ(report->rows.added, 1);
  const auto site = sites_of(*store).at(0);
  EXPECT_EQ(site.name, "A &");
  EXPECT_EQ(site.position, *LatLon::make({.lat = 1.25, .lon = 1.25}));
  const auto cut = content.substr(0, content.size() / 2);
  EXPECT_TRUE(error_of(zipped({{"content.xml", cut}}, ".ods")).contains("of its content is not XML"));
  EXPECT_TRUE(error_of(zipped({{"content.xml", "<a/>"}}, ".ods")).contains("this spreadsheet has no sheets"));
}

TEST(ImportHsds, APackageOfTablesIsJoined) {
  const auto path =
      zipped({{"services.csv", "id,organization_id,name,status\ns1,o1,Dentist,active\ns2,o1,Old,inactive\n"},
              {"organizations.csv", "id,name\no1,Care\n"},
              {"locations.csv", "id,name,latitude,longitude\nl1,Hall,53.8,-1.5\nl2,Shed,53.8,-1.5\n"},
              {"service_at_locations.csv", "id,service_id,location_id\nx1,s1,l1\nx2,s2,l2\n"},
              {"phones.csv", "id,location_id,number\np1,l1,0113 496 0000\n"},
              {"schedules.csv", "id,service_id,byday,opens_at,closes_at\nh1,s1,MO,09:00,12:00\n"}});
  const auto store = fresh_store();
  const auto report = import_into(*store, request_for(path));
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->format, Format::hsds);
  ASSERT_EQ(report->rows.added, 1);
  EXPECT_EQ(sites_of(*store).at(0).name, "Hall");
  EXPECT_EQ(sites_of(*store).at(0).opening_hours, "Mo 09:00-12:00");
  EXPECT_TRUE(
      error_of(zipped({{"services.csv", "id\n"}, {"locations.csv", "id\n"}})).contains("no service_at_locations.csv"));
}

}  // namespace
}  // namespace nearme
