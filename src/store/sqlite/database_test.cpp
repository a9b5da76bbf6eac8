#include "store/sqlite/database.hpp"

#include <gtest/gtest.h>

#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

using namespace std::string_view_literals;

Database fresh_database() {
  auto database = Database::open(fresh_folder() / "db", {});
  EXPECT_TRUE(database->run("CREATE TABLE word (number INTEGER, text TEXT NOT NULL)"));
  return std::move(*database);
}

TEST(SqlStatement, ATextIsNeverTakenForSql) {
  auto database = fresh_database();
  const auto nasty = "'); DROP TABLE word; --"sv;
  ASSERT_TRUE(database.prepare("INSERT INTO word VALUES (?, ?)")->run(std::int64_t{1}, nasty));
  auto read = *database.prepare("SELECT number, text FROM word WHERE text = ?");
  ASSERT_EQ(read.first(nasty), true);
  EXPECT_EQ(read.number(0), 1);
  EXPECT_EQ(read.text(1), nasty);
  EXPECT_EQ(read.next(), false);
}

TEST(SqlStatement, EmptyTextsAndTextsWithNulComeBackWhole) {
  auto database = fresh_database();
  auto write = *database.prepare("INSERT INTO word VALUES (?, ?)");
  ASSERT_TRUE(write.run(std::int64_t{1}, std::string_view{}));
  ASSERT_TRUE(write.run(std::int64_t{2}, "a\0b"sv));
  auto read = *database.prepare("SELECT text FROM word ORDER BY number");
  ASSERT_EQ(read.first(), true);
  EXPECT_EQ(read.text(0), "");
  ASSERT_EQ(read.next(), true);
  EXPECT_EQ(read.text(0), "a\0b"sv);
}

TEST(SqlStatement, BeginsAnewWithOtherValues) {
  auto database = fresh_database();
  ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, 'one'), (2, 'two'), (2, 'zwei')"));
  auto read = *database.prepare("SELECT text FROM word WHERE number = ? ORDER BY text");
  ASSERT_EQ(read.first(std::int64_t{2}), true);
  EXPECT_EQ(read.text(0), "two");
  ASSERT_EQ(read.first(std::int64_t{1}), true);
  EXPECT_EQ(read.text(0), "one");
  EXPECT_EQ(read.first(std::int64_t{3}), false);
}

TEST(Database, AnErrorNamesTheFileAndTheReason) {
  auto database = fresh_database();
  const auto error = database.run("SELECT * FROM nowhere").error();
  EXPECT_NE(error.message.find("/db"), std::string::npos);
  EXPECT_NE(error.message.find("nowhere"), std::string::npos);
}

TEST(Database, ALockThatIsHeldIsUnavailable) {
  const auto path = fresh_folder() / "db";
  auto first = *Database::open(path, {});
  auto second = *Database::open(path, {.patience = std::chrono::milliseconds{20}});
  ASSERT_TRUE(first.run("BEGIN IMMEDIATE"));
  EXPECT_EQ(second.run("BEGIN IMMEDIATE").error().kind, ErrorKind::unavailable);
  ASSERT_TRUE(first.run("COMMIT"));
  EXPECT_TRUE(second.run("BEGIN IMMEDIATE"));
}

}  // namespace
}  // namespace nearme
