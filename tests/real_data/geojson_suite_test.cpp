// check-geojson, a public suite of good and bad files, in full.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "base/json.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// Good files that cannot become sites, each for its own reason.
const std::map<std::string, std::string> kGoodWithoutSites{
    {"good-geometrycollection.geojson", "a geometry alone has no name to be found by"},
    {"good-linestring.geojson", "a geometry alone has no name to be found by"},
    {"good-multilinestring.geojson", "a geometry alone has no name to be found by"},
    {"good-multipoint.geojson", "a geometry alone has no name to be found by"},
    {"good-point-3d.geojson", "a geometry alone has no name to be found by"},
    {"good-point.geojson", "a geometry alone has no name to be found by"},
    {"good-polygon.geojson", "a geometry alone has no name to be found by"},
    {"multipolygon.geojson", "a geometry alone has no name to be found by"},
    {"nullgeometry.geojson", "the feature has no geometry"},
    {"nullproperties.geojson", "position is 0, 0, which stands for an unknown one"}};

/// Bad geometries that are let pass inside of a named feature: where the site is is certain all the same.
const std::map<std::string, std::string> kBadButCertain{
    {"bbox-4or6elements.geojson", "bounding boxes are not read"},
    {"bbox-contains-string.geojson", "bounding boxes are not read"},
    {"bbox-string.geojson", "bounding boxes are not read"},
    {"different-first-last.geojson", "a ring that is not closed has the centroid of the closed one"},
    {"short-linearring.geojson", "a ring that is not closed has the centroid of the closed one"},
    {"different-first-size.geojson", "altitudes are not read"},
    {"featurecollection_changed_semantics.geojson", "members that a collection has none of are not read"},
    {"geometrycollection_nested.geojson", "a collection inside of a collection has a centre, too"},
    {"point-toomany.geojson", "RFC 7946, section 3.1.1: more than three numbers may be ignored"},
    {"short-line.geojson", "a line of one point is at that point"},
    {"short-multilinestring.geojson", "a line of one point is at that point"}};

bool is_geometry(const json& value) {
  return value.is_object() && value.contains("type") && !value.contains("features") && value["type"] != "Feature";
}

/// Gives features a name, and geometries a feature around them, so that only what the suite is about can be wrong.
json named(json value) {
  if (value.is_object() && value.value("type", json()) == "Feature") {
    if (!value.contains("properties") || value["properties"].is_null()) value["properties"] = json::object();
    if (value["properties"].is_object()) value["properties"]["name"] = "Harbour";
  } else if (value.is_object() && value.value("features", json()).is_array()) {
    for (auto& feature : value["features"]) feature = named(std::move(feature));
  } else if (is_geometry(value) && (value.contains("coordinates") || value.contains("geometries"))) {
    return {{"type", "Feature"}, {"properties", {{"name", "Harbour"}}}, {"geometry", std::move(value)}};
  }
  return value;
}

/// Every complaint of an import, and how many sites it made.
struct Complaints {
  std::vector<std::string> all;
  std::uint64_t taken = 0;
};

Complaints complaints_of(const Result<ImportReport>& report) {
  if (!report) return {.all = {report.error().message}, .taken = 0};
  Complaints complaints{.all = {}, .taken = taken(report->rows)};
  for (const auto& rejection : report->rejected) complaints.all.push_back(rejection.reason);
  return complaints;
}

std::size_t features_in(const json& value) {
  return value.value("features", json()).is_array() ? value["features"].size() : 1;
}

TEST_F(RealData, GoodGeoJsonIsImportedFeatureByFeature) {
  const auto files = files_in(folder_ / "suites/check-geojson/fixture/good", ".geojson");
  ASSERT_EQ(files.size(), 17);
  for (const auto& file : files) {
    const auto value = json::parse(*read_file(file));
    const auto reason = kGoodWithoutSites.find(file.filename());
    const auto copy = workplace_ / file.filename();
    // A lone geometry must stay one: it is what the file is about.
    ASSERT_TRUE(replace_file(copy, is_geometry(value) ? value.dump(1) : named(value).dump(1)));
    const auto complaints = complaints_of(import(copy, "suite"));
    if (reason == kGoodWithoutSites.end()) {
      EXPECT_TRUE(complaints.all.empty()) << file << ": " << complaints.all[0];
      EXPECT_EQ(complaints.taken, features_in(value)) << file;
    } else {
      ASSERT_EQ(complaints.all.size(), 1) << file;
      EXPECT_TRUE(complaints.all[0].contains(reason->second)) << file << ": " << complaints.all[0];
    }
  }
}

TEST_F(RealData, EveryGoodGeometryInsideOfANamedFeatureIsASite) {
  for (const auto& file : files_in(folder_ / "suites/check-geojson/fixture/good", ".geojson")) {
    const auto value = json::parse(*read_file(file));
    if (!is_geometry(value)) continue;
    const auto copy = workplace_ / file.filename();
    ASSERT_TRUE(replace_file(copy, named(value).dump()));
    const auto complaints = complaints_of(import(copy, "suite"));
    EXPECT_TRUE(complaints.all.empty()) << file << ": " << complaints.all[0];
    EXPECT_EQ(complaints.taken, 1) << file;
  }
}

TEST_F(RealData, BadGeoJsonIsAnErrorOrARejectedRow) {
  const auto files = files_in(folder_ / "suites/check-geojson/fixture/bad", ".geojson");
  ASSERT_EQ(files.size(), 42);
  for (const auto& file : files) {
    EXPECT_FALSE(complaints_of(import(file, "suite")).all.empty()) << file;
    EXPECT_TRUE(standing_sites().empty()) << file;
  }
}

TEST_F(RealData, BadGeoJsonStaysBadWhenEverythingElseIsRight) {
  for (const auto& file : files_in(folder_ / "suites/check-geojson/fixture/bad", ".geojson")) {
    const auto value = json::parse(*read_file(file), nullptr, false);
    if (value.is_discarded()) continue;
    // Parsing has settled which of two members of one name counts.
    if (file.filename() == "bad-duplicate-properties.geojson") continue;
    const auto copy = workplace_ / file.filename();
    ASSERT_TRUE(replace_file(copy, named(value).dump(1)));
    const auto complaints = complaints_of(import(copy, "suite"));
    const auto why_not = kBadButCertain.find(file.filename());
    if (why_not == kBadButCertain.end()) {
      EXPECT_FALSE(complaints.all.empty()) << file;
    } else {
      EXPECT_TRUE(complaints.all.empty()) << file << " was let pass once, because " << why_not->second;
    }
    empty_the_store();
  }
}

}  // namespace
}  // namespace nearme
