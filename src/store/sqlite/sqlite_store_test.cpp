#include "store/sqlite/sqlite_store.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "store/sqlite/schema.hpp"
#include "store/sqlite/sqlite_test_files.hpp"
#include "store/store_contract_test.hpp"

namespace nearme {

constexpr DatabaseOptions kImpatient{.patience = std::chrono::milliseconds{500}};

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract,
                         testing::Values(StoreSort{
                             .name = "sqlite",
                             .fresh_place = [] { return (fresh_folder() / "store.db").string(); },
                             .open = [](const std::string& place) { return open_sqlite_store(place, kImpatient); }}),
                         [](const auto& sort) { return sort.param.name; });

namespace {

Site site_called(const std::string& id) {
  Site site{.id = SiteId(id), .position = *LatLon::make({.lat = 1, .lon = 2})};
  site.description = std::string(2000, 'x');
  return site;
}

void expect_refused(const std::filesystem::path& path, ErrorKind kind, std::string_view reason) {
  const auto store = open_sqlite_store(path);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, kind) << store.error().message;
  EXPECT_NE(store.error().message.find(reason), std::string::npos) << store.error().message;
  EXPECT_NE(store.error().message.find(path.string()), std::string::npos) << store.error().message;
}

TEST(SqliteStore, AFileThatIsNoDatabaseIsCorruptAndLeftAsItWas) {
  const auto path = fresh_folder() / "store.db";
  const std::string letter(5000, 'a');
  ASSERT_TRUE(replace_file(path, letter));
  expect_refused(path, ErrorKind::corrupt, "not a database");
  EXPECT_EQ(read_file(path), letter);
}

TEST(SqliteStore, AFileOfAnotherApplicationIsCorruptAndLeftAsItWas) {
  const auto path = fresh_folder() / "store.db";
  ASSERT_TRUE(Database::open(path, {})->run("CREATE TABLE bookmark (url TEXT)"));
  const auto before = read_file(path);
  expect_refused(path, ErrorKind::corrupt, "another application");
  EXPECT_EQ(read_file(path), before);
  ASSERT_TRUE(Database::open(path, {})->run("DROP TABLE bookmark; PRAGMA application_id = 7"));
  expect_refused(path, ErrorKind::corrupt, "another application");
}

TEST(SqliteStore, AFileOfANewerVersionIsCorruptAndSaysSo) {
  const auto path = fresh_folder() / "store.db";
  ASSERT_TRUE(open_sqlite_store(path));
  ASSERT_TRUE(Database::open(path, {})->run("PRAGMA user_version = 999"));
  expect_refused(path, ErrorKind::corrupt, "newer nearme");
}

/// A store as the program left it whose schema was this version, with a site, its practitioner and its claim.
void write_store_of(std::int64_t version, const std::filesystem::path& path) {
  auto database = Database::open(path, {}).value();
  ASSERT_TRUE(set_up_connection(database));
  for (const auto& step : migrations()) {
    if (step.version > version) break;
    ASSERT_TRUE(database.run(std::string(step.sql)));
  }
  ASSERT_TRUE(database.run(fmt::format(
      "INSERT INTO source VALUES (1, 'clinics', 'f.csv', 'csv', '', '', 1700000000);"
      "INSERT INTO record (number, kind, source, key, id, content, retired, revision) VALUES "
      R"((1, 0, 1, 's', 's', '{{"id":"s","name":"A clinic","lat":1,"lon":2}}', 0, 1),)"
      R"((2, 1, 1, 'p', 'p', '{{"id":"p","name":"Ada","site_ids":["s"]}}', 0, 2),)"
      R"((3, 2, 1, 'c', 's', '{{"subject_id":"s","claim":"insurance"}}', 0, 3),)"
      R"((4, 0, 1, 't', 't', '{{"id":"t","name":"Gone","lat":1,"lon":2}}', 1, 5);)"
      "INSERT INTO work VALUES ('s', 2);"
      "INSERT INTO change_log VALUES (1, 0, 's', 0), (2, 1, 'p', 0), (3, 2, 's', 0), (4, 0, 't', 0), (5, 0, 't', 1);"
      "PRAGMA application_id = {}; PRAGMA user_version = {}",
      kApplicationId, version)));
}

TEST(SqliteStore, AStoreOfEveryOlderVersionKeepsAllThatItHas) {
  for (const auto& step : migrations()) {
    const auto path = fresh_folder() / "store.db";
    write_store_of(step.version, path);
    const auto store = open_sqlite_store(path);
    ASSERT_TRUE(store) << "version " << step.version << ": " << store.error().message;
    const auto found = (*store)->find_listing(SiteId("s"));
    ASSERT_TRUE(found) << found.error().message;
    const auto& listing = *found;
    ASSERT_TRUE(listing);
    EXPECT_EQ(listing->site.name, "A clinic");
    ASSERT_EQ(listing->practitioners.size(), 1U);
    EXPECT_EQ(listing->claims.size(), 1U);
    EXPECT_EQ((*store)->find_listing(SiteId("t")).value(), std::nullopt);
    EXPECT_EQ((*store)->changes_after(Revision{0}, 10)->size(), 5U);
    auto session = (*store)->begin_import({.id = SourceId("clinics")}).value();
    EXPECT_EQ(session->put("t", site_called("t")), PutOutcome::added);
    ASSERT_TRUE(session->commit());
    session.reset();
    ASSERT_TRUE((*store)->undo_import(SourceId("clinics")));
    EXPECT_EQ((*store)->counts()->sites, 1U) << "version " << step.version;
    EXPECT_EQ((*store)->find_listing(SiteId("s")).value(), listing);
  }
}

TEST(SqliteStore, AFolderThatIsMissingOrNoFolderIsUnreadable) {
  const auto folder = fresh_folder();
  expect_refused(folder / "missing" / "store.db", ErrorKind::unreadable, "folder");
  ASSERT_TRUE(replace_file(folder / "file", "x"));
  expect_refused(folder / "file" / "store.db", ErrorKind::unreadable, "folder");
  expect_refused(folder, ErrorKind::unreadable, "");
}

TEST(SqliteStore, AFolderThatCannotBeWrittenToIsUnreadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "everything can be written to by root";
  const auto folder = fresh_folder();
  std::filesystem::permissions(folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  expect_refused(folder / "store.db", ErrorKind::unreadable, "folder");
}

TEST(SqliteStore, AnEmptyFileBecomesAStore) {
  const auto path = fresh_folder() / "store.db";
  ASSERT_TRUE(replace_file(path, ""));
  ASSERT_TRUE(open_sqlite_store(path));
  auto database = *Database::open(path, {});
  EXPECT_EQ(database.read_number("PRAGMA application_id"), kApplicationId);
  EXPECT_EQ(database.read_number("PRAGMA user_version"), migrations().back().version);
  EXPECT_EQ(database.read_number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

TEST(SqliteStore, AFullDiskIsSaidClearlyAndNothingIsHalfWritten) {
  const auto path = fresh_folder() / "store.db";
  auto store = *open_sqlite_store(path);
  auto before = *store->begin_import({.id = SourceId("s")});
  ASSERT_TRUE(before->put("0", site_called("0")));
  ASSERT_TRUE(before->commit());
  before.reset();

  auto small = *open_sqlite_store(path, {.max_bytes = 300'000});
  auto session = *small->begin_import({.id = SourceId("s")});
  Result<PutOutcome> put = PutOutcome::added;
  int fitted = 0;
  for (int i = 1; put && i < 1000; ++i) {
    put = session->put(std::to_string(i), site_called(std::to_string(i)));
    if (put) ++fitted;
  }
  ASSERT_FALSE(put) << "a thousand sites of two kilobytes do not fit into 300";
  EXPECT_GT(fitted, 10);
  EXPECT_EQ(put.error().kind, ErrorKind::unreadable);
  EXPECT_NE(put.error().message.find("full"), std::string::npos) << put.error().message;
  EXPECT_EQ(session->put("x", site_called("x")).error(), put.error()) << "a spoilt session takes nothing more";
  EXPECT_EQ(session->commit().error(), put.error());
  session.reset();

  EXPECT_EQ(store->counts()->sites, 1U);
  EXPECT_EQ(store->revision(), Revision{1});
  auto after = *store->begin_import({.id = SourceId("s")});
  EXPECT_TRUE(after->put("1", site_called("1")));
  EXPECT_TRUE(after->commit()) << "with room again, it goes on";
}

TEST(SqliteStore, ADamagedRecordIsCorruptAndQuoted) {
  const auto path = fresh_folder() / "store.db";
  auto store = *open_sqlite_store(path);
  auto session = *store->begin_import({.id = SourceId("s")});
  ASSERT_TRUE(session->put("0", site_called("0")));
  ASSERT_TRUE(session->commit());
  for (const auto* content : {"{half", "{\"id\": 7}"}) {
    auto damage = Database::open(path, {})->prepare("UPDATE record SET content = ?");
    ASSERT_TRUE(damage->run(std::string_view(content)));
    const auto found = store->find_listing(SiteId("0"));
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, ErrorKind::corrupt);
    EXPECT_NE(found.error().message.find(content), std::string::npos);
  }
}

}  // namespace
}  // namespace nearme
