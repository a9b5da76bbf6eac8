#include "intake/format.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

struct Case {
  const char* path;
  std::string_view bytes;
  Format format;
};

TEST(FormatOf, GoesByTheNameThenByTheContent) {
  const Case cases[] = {
      {"a.CSV", "name,lat", Format::csv},
      {"a.tsv", "name\tlat", Format::csv},
      {"-", "name,lat,lon\n", Format::csv},
      {"x.osm.pbf", "this is no PBF", Format::osm},
      {"x.osm", "<osm>", Format::osm},
      {"-", std::string_view("\0\0\0\x0E\x0A\x09OSMHeader", 15), Format::osm},
      {"-", "<?xml version='1.0'?>\n<osm version='0.6'>", Format::osm},
      {"a.json", R"( {"type": "FeatureCollection", "features": []})", Format::geojson},
      {"a.json", R"({"id": "s", "lat": 1, "lon": 2})", Format::ndjson},
      {"a.jsonl", R"({"type":"Feature","geometry":null})", Format::geojson},
      {"-", "\x1E{}", Format::geojson},
  };
  for (const auto& [path, bytes, format] : cases) EXPECT_EQ(format_of(path, bytes), format) << path << ' ' << bytes;
}

TEST(FormatOf, FilesThatAreNoTableSayWhatToDo) {
  for (const auto* path : {"a.xls", "a.csv", "-"}) {
    const auto format = format_of(path, "\xD0\xCF\x11\xE0...");
    ASSERT_FALSE(format) << path;
    EXPECT_EQ(format.error().parameter, "format");
    EXPECT_NE(format.error().message.find("save the sheet as CSV"), std::string::npos);
  }
  EXPECT_FALSE(format_of("-", ""));
  EXPECT_FALSE(format_of("page", "<!doctype html>"));
}

TEST(FormatFrom, NamesAreTheirOwnInverse) {
  for (const auto format : {Format::csv, Format::geojson, Format::osm, Format::ndjson}) {
    EXPECT_EQ(format_from(to_string(format)), format);
  }
  EXPECT_EQ(format_from("excel").error().parameter, "format");
}

}  // namespace
}  // namespace nearme
