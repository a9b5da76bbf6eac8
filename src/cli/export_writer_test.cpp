#include "cli/export_writer.hpp"

#include <cstdlib>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "directory/json.hpp"

namespace nearme {
namespace {

Site site_of(const std::string& id) {
  Site site{
      .id = SiteId{id}, .name = "Ayesha's \"Skin\", Leeds", .position = *LatLon::make({.lat = 53.8, .lon = -1.55})};
  site.source = SourceId{"test"};
  site.kinds = {KindId{"aesthetic-clinic"}, KindId{"clinic"}};
  site.offers = {{.treatment = TreatmentId{"micro-needling"}, .price = Money{.hundredths = 12050, .currency = "GBP"}}};
  return site;
}

std::string exported(ExportFormat format, const std::vector<Site>& sites) {
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* const out = open_memstream(&text, &size);
  ExportWriter writer{format, out};
  for (const auto& site : sites) EXPECT_TRUE(writer.write(site));
  EXPECT_TRUE(writer.finish());
  std::fclose(out);
  std::string result{text, size};
  std::free(text);
  return result;
}

TEST(Export, OfNothingIsStillAValidFile) {
  EXPECT_TRUE(exported(ExportFormat::csv, {}).starts_with("id,name,kind"));
  EXPECT_TRUE(nlohmann::json::parse(exported(ExportFormat::geojson, {}))["features"].empty());
  EXPECT_EQ(exported(ExportFormat::ndjson, {}), "");
}

TEST(Export, CellsWithCommasAndQuotesAreQuoted) {
  const auto row = csv_row(site_of("a"));
  EXPECT_TRUE(row.starts_with("a,\"Ayesha's \"\"Skin\"\", Leeds\",aesthetic-clinic;clinic,")) << row;
  EXPECT_NE(row.find("micro-needling=120.50 GBP"), std::string::npos) << row;
}

TEST(Export, ALineOfNdjsonReadsBackToTheSameSite) {
  const auto site = site_of("a");
  const auto read = site_from_json(nlohmann::json::parse(exported(ExportFormat::ndjson, {site})));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, site);
}

TEST(Export, GeoJsonHasAPointForEachSite) {
  const auto json = nlohmann::json::parse(exported(ExportFormat::geojson, {site_of("a"), site_of("b")}));
  ASSERT_EQ(json["features"].size(), 2U);
  EXPECT_EQ(json["features"][1]["geometry"]["coordinates"], nlohmann::json({-1.55, 53.8}));
}

TEST(Export, AnOutputThatCannotBeWrittenIsAnError) {
  std::FILE* const full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  ExportWriter writer{ExportFormat::csv, full};
  const auto written = writer.write(site_of("a"));
  EXPECT_FALSE(written && writer.finish());
  std::fclose(full);
}

}  // namespace
}  // namespace nearme
