#include "cli/export_writer.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "base/json.hpp"
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

template <class Record>
std::string exported(ExportFormat format, ExportSubject subject, const std::vector<Record>& records) {
  char* text = nullptr;
  std::size_t size = 0;
  std::FILE* const out = open_memstream(&text, &size);
  ExportWriter writer{format, subject, out};
  for (const auto& record : records) EXPECT_TRUE(writer.write(record));
  EXPECT_TRUE(writer.finish());
  std::fclose(out);
  std::string result{text, size};
  std::free(text);
  return result;
}

std::string exported(ExportFormat format, const std::vector<Site>& sites) {
  return exported(format, ExportSubject::sites, sites);
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

Practitioner practitioner_of(const std::string& id) {
  return {.id = PractitionerId{id},
          .source = SourceId{"test"},
          .name = "Dr Ada, \"the needle\"",
          .profession = "nurse",
          .sites = {SiteId{"a"}, SiteId{"b"}},
          .treatments = {TreatmentId{"micro-needling"}},
          .register_name = "NMC",
          .registration_number = "07A1234B"};
}

Claim claim_of(const std::string& subject) {
  using namespace std::chrono;
  return {.source = SourceId{"test"},
          .subject_id = subject,
          .treatment = TreatmentId{"micro-needling"},
          .claim = "licence",
          .value = "for needles, up to 0.5 mm",
          .checked_by = "the council",
          .checked_at = Date{2026y / 3 / 4},
          .expires_at = Date{2027y / 3 / 4},
          .url = "https://example.org/licence",
          .contradicted = true};
}

TEST(Export, PractitionersAndClaimsReadBackFromNdjson) {
  const auto person = practitioner_of("p");
  const auto lines = exported(ExportFormat::ndjson, ExportSubject::practitioners, std::vector{person});
  const auto read = practitioner_from_json(nlohmann::json::parse(lines));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, person);
  const auto claim = claim_of("p");
  const auto claim_line = exported(ExportFormat::ndjson, ExportSubject::claims, std::vector{claim});
  const auto claim_read = claim_from_json(nlohmann::json::parse(claim_line));
  ASSERT_TRUE(claim_read) << claim_read.error().message;
  EXPECT_EQ(*claim_read, claim);
}

TEST(Export, TablesOfPractitionersAndClaimsHaveTheColumnsOfAnImport) {
  EXPECT_EQ(exported(ExportFormat::csv, ExportSubject::practitioners, std::vector{practitioner_of("p")}),
            "id,site_ids,name,profession,treatments,register,registration_number,fictional\n"
            "p,a;b,\"Dr Ada, \"\"the needle\"\"\",nurse,micro-needling,NMC,07A1234B,\n");
  EXPECT_EQ(exported(ExportFormat::csv, ExportSubject::claims, std::vector{claim_of("p")}),
            "subject_id,treatment,claim,value,source,checked_at,expires_at,contradicted,url\n"
            "p,micro-needling,licence,\"for needles, up to 0.5 mm\",the council,2026-03-04,2027-03-04,yes,"
            "https://example.org/licence\n");
}

TEST(Export, GeoJsonHasAPointForEachSite) {
  const auto json = nlohmann::json::parse(exported(ExportFormat::geojson, {site_of("a"), site_of("b")}));
  ASSERT_EQ(json["features"].size(), 2U);
  EXPECT_EQ(json["features"][1]["geometry"]["coordinates"], nlohmann::json({-1.55, 53.8}));
}

TEST(Export, AnOutputThatCannotBeWrittenIsAnError) {
  std::FILE* const full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  ExportWriter writer{ExportFormat::csv, ExportSubject::sites, full};
  const auto written = writer.write(site_of("a"));
  EXPECT_FALSE(written && writer.finish());
  std::fclose(full);
}

}  // namespace
}  // namespace nearme
