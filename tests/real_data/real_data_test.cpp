// Imports real files of many origins, and compares what comes of them with what other tools have measured.
#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "counted_objects.hpp"
#include "extracts.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

TEST_F(RealData, EveryExtractHasTheObjectsThatOtherToolsCount) {
  for (const auto& [file, objects] : kExtracts) {
    const auto counted = count_objects(folder_ / file, shipped_catalogue());
    EXPECT_EQ(counted.all.size(), objects) << file;
    EXPECT_EQ(counted.without_geometry, std::set<std::string>{}) << file;
    EXPECT_EQ(counted.without_kind, std::set<std::string>{}) << file;
  }
}

TEST_F(RealData, EveryExtractIsImportedAndImportingItTwiceChangesNothing) {
  for (const auto& [file, objects] : kExtracts) {
    const auto first = imported(file);
    EXPECT_GE(taken(first.rows), objects) << file;
    const auto second = import(file).value();
    EXPECT_EQ(second.rows.unchanged, taken(first.rows)) << file;
    EXPECT_EQ(second.rows.added + second.rows.changed + second.rows.retired, 0) << file;
  }
}

TEST_F(RealData, CompressionDoesNotChangeASite) {
  const auto plain = imported("osm/monaco-planetiler.osm.pbf", "monaco");
  const auto packed = imported("osm/monaco-planetiler.lz4.osm.pbf", "monaco");
  EXPECT_EQ(packed.rows.unchanged, taken(plain.rows));
}

TEST_F(RealData, ALaterExtractUpdatesAndRetiresWhatTheEarlierOneSaid) {
  const auto earlier = imported("osm/andorra-2023-osmrs.osm.pbf", "andorra");
  const auto later = imported("osm/andorra-2025-geodude.osm.pbf", "andorra");
  EXPECT_GT(later.rows.added, 0);
  EXPECT_GT(later.rows.changed, 0);
  EXPECT_GT(later.rows.unchanged, 0);
  EXPECT_EQ(taken(earlier.rows) - later.rows.retired + later.rows.added, taken(later.rows));
  EXPECT_EQ(store_->counts().value().sites, taken(later.rows));
  // The way back is the same way: what was new is retired, what had changed changes.
  const auto again = imported("osm/andorra-2023-osmrs.osm.pbf", "andorra");
  EXPECT_EQ(again.rows.retired, later.rows.added);
  EXPECT_EQ(again.rows.changed, later.rows.changed);
  EXPECT_EQ(store_->counts().value().sites, taken(earlier.rows));
}

TEST_F(RealData, EveryGeoJsonFileIsImportedOrSaysWhyNot) {
  for (const auto* subfolder : {"osm/pois", "osm/overpass", "registers", "places"}) {
    for (const auto& entry : fs::directory_iterator(folder_ / subfolder)) {
      if (entry.path().extension() != ".geojson") continue;
      const auto report = imported(fs::relative(entry.path(), folder_));
      EXPECT_GT(taken(report.rows), 0) << entry.path();
    }
  }
}

TEST_F(RealData, GeoJsonOfAnExtractGivesTheSitesOfTheExtractItself) {
  const auto report = imported("osm/pois/malta-latest.health_beauty.geojson", "malta");
  EXPECT_EQ(taken(report.rows), 182);
  EXPECT_EQ(report.rows.skipped, 1);  // a gate on the outline of one of the areas
  const auto extract = imported("osm/malta-latest.osm.pbf", "malta");
  EXPECT_EQ(extract.rows.retired, 0);
}

TEST_F(RealData, TheRegistersOfTheNhsAreImportedWithTheirCoordinates) {
  const auto dentists = imported("registers/nhs_dentists_2014_notsep.csv");
  EXPECT_EQ(dentists.rows.read, 7892);
  EXPECT_EQ(taken(dentists.rows), 7883);
  const auto clinics = imported("registers/nhs_clinics_2015.csv");
  EXPECT_EQ(clinics.rows.read, 7384);
  EXPECT_EQ(clinics.rows.rejected, 392);
  const auto hospitals = imported("registers/nhs_hospitals_2018.csv");
  EXPECT_EQ(hospitals.rows.read, 1234);
}

TEST_F(RealData, AmericanRegistersAreImportedWithTheirOwnHeaders) {
  const auto urgent_care = imported("registers/us_hifld_urgent_care.csv");
  EXPECT_EQ(urgent_care.rows.read, 4810);
  EXPECT_GT(taken(urgent_care.rows), 4700);
  const auto pharmacies = imported("registers/plannet/ct_pharmacies.csv");
  EXPECT_EQ(pharmacies.rows.read, 609);
  EXPECT_EQ(pharmacies.rows.rejected, 11);  // eleven locations are an address without coordinates
}

TEST_F(RealData, ATableWithoutNamesOrPlacesIsRefusedByNamingItsColumns) {
  for (const auto* file :
       {"registers/us_nppes_othername_header_sample.csv", "registers/us_medicare_provider_taxonomy_crosswalk.csv",
        "registers/nhs_dentist_opening_times_2014_notsep.csv"}) {
    const auto report = import(file);
    ASSERT_FALSE(report) << file;
    EXPECT_EQ(report.error().kind, ErrorKind::invalid_input) << file;
    EXPECT_NE(report.error().message.find("it has: "), std::string::npos) << report.error().message;
  }
  EXPECT_EQ(store_->counts().value().sites, 0);
}

TEST_F(RealData, ATruncatedExtractIsOneErrorAndLeavesNothingBehind) {
  for (const auto* file : {"osm/monaco-tilemaker.osm.pbf", "osm/monaco-graphhopper.osm.gz"}) {
    const auto name = fs::path(file).filename();
    const auto cut = workplace_ / name;
    fs::copy_file(folder_ / file, cut);
    fs::permissions(cut, fs::perms::owner_all);
    fs::resize_file(cut, fs::file_size(cut) * 2 / 3);
    const auto report = import(cut);
    ASSERT_FALSE(report) << file;
    EXPECT_EQ(report.error().kind, ErrorKind::corrupt);
    EXPECT_EQ(store_->counts().value().sites, 0);
  }
}

}  // namespace
}  // namespace nearme
