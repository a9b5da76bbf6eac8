#include "real_data_fixture.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "base/mapped_file.hpp"
#include "catalogue/catalogue_files.hpp"
#include "index/rebuild.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nearme {

namespace fs = std::filesystem;

const Catalogue& shipped_catalogue() {
  static const auto kCatalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  return kCatalogue;
}

const Gazetteer& built_gazetteer() {
  static const auto kFile = MappedFile::open(NEARME_GAZETTEER_BIN).value();
  static const auto kGazetteer = Gazetteer::open(kFile.bytes()).value();
  return kGazetteer;
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

Instant moment_of_tests() { return *parse_instant("2026-11-22T12:00:00Z"); }

void RealData::SetUp() {
  const auto* folder = std::getenv("NEARME_REAL_DATA");
  if (folder == nullptr) GTEST_SKIP() << "NEARME_REAL_DATA names no folder of real data";
  folder_ = fs::absolute(folder);
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  workplace_ = fs::path(testing::TempDir()) / "nearme_real_data" / test->test_suite_name() / test->name();
  fs::remove_all(workplace_);
  fs::create_directories(workplace_);
  empty_the_store();
}

void RealData::TearDown() {
  store_.reset();
  if (!workplace_.empty()) fs::remove_all(workplace_);
}

void RealData::empty_the_store() {
  store_.reset();
  for (const auto* name : {"store.db", "store.db-wal", "store.db-shm"}) fs::remove(workplace_ / name);
  store_ = open_sqlite_store(workplace_ / "store.db").value();
}

Result<ImportReport> RealData::import(const fs::path& file, const std::string& source) {
  return import_file(*store_, shipped_catalogue(), built_gazetteer(),
                     {.file = folder_ / file,
                      .format = std::nullopt,
                      .source = source,
                      .effect = Effect::commit,
                      .now = moment_of_tests()},
                     {});
}

ImportReport RealData::imported(const fs::path& file, const std::string& source) {
  auto report = import(file, source);
  EXPECT_TRUE(report) << file << ": " << (report ? "" : report.error().message);
  if (!report) return {};
  std::cout << file.string() << '\n' << to_text(*report, Paint::plain) << '\n';
  EXPECT_EQ(report->rows.read, taken(report->rows) + report->rows.skipped + report->rows.rejected) << file;
  EXPECT_EQ(report->rows.rejected, report->rejected.size()) << file;
  return *std::move(report);
}

std::vector<Site> RealData::standing_sites() {
  std::vector<Site> sites;
  const auto read = store_->for_each_listing([&](const Listing& listing) -> Result<void> {
    sites.push_back(listing.site);
    return {};
  });
  EXPECT_TRUE(read) << (read ? "" : read.error().message);
  return sites;
}

Search RealData::rebuilt_search() {
  const auto image = workplace_ / "index.nearme";
  const auto today = Date{std::chrono::floor<std::chrono::days>(moment_of_tests())};
  const auto rebuilt = rebuild_image(*store_, shipped_catalogue(), today, image);
  EXPECT_TRUE(rebuilt) << (rebuilt ? "" : rebuilt.error().message);
  return Search{Index::open(image).value(), shipped_catalogue(), built_gazetteer()};
}

}  // namespace nearme
