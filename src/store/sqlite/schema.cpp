#include "store/sqlite/schema.hpp"

namespace nearme {
namespace {

Result<void> check_ours(Database& database, const std::filesystem::path& path) {
  TRY(const auto application, database.read_number("PRAGMA application_id"));
  if (application == kApplicationId) return {};
  TRY(const auto tables, database.read_number("SELECT count(*) FROM sqlite_schema"));
  if (application == 0 && tables == 0) return {};
  return fail(ErrorKind::corrupt,
              "{} is an SQLite file of another application; choose another data folder, or move the file away",
              path.string());
}

Result<std::int64_t> check_version(Database& database, const std::filesystem::path& path) {
  TRY(const auto version, database.read_number("PRAGMA user_version"));
  if (version < 0 || version > migrations().back().version) {
    return fail(ErrorKind::corrupt,
                "{} was written by a newer nearme (its schema is version {}, this program knows {}); use that one",
                path.string(), version, migrations().back().version);
  }
  return version;
}

Result<void> run_steps_after(Database& database, std::int64_t version) {
  for (const auto& step : migrations()) {
    if (step.version > version) TRY_VOID(database.run(std::string(step.sql)));
  }
  return database.run(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, migrations().back().version));
}

}  // namespace

Result<void> bring_up_to_date(Database& database, const std::filesystem::path& path) {
  TRY_VOID(check_ours(database, path));
  TRY(const auto version, check_version(database, path));
  if (version == migrations().back().version) return {};
  TRY_VOID(set_up_connection(database));
  TRY_VOID(database.run("BEGIN IMMEDIATE"));
  // Another process may have done it while this one waited for the lock.
  const auto steps = [&]() -> Result<void> {
    TRY(const auto version_now, check_version(database, path));
    TRY_VOID(run_steps_after(database, version_now));
    return database.run("COMMIT");
  }();
  if (!steps && database.in_transaction()) std::ignore = database.run("ROLLBACK");
  return steps;
}

Result<void> set_up_connection(Database& database) {
  return database.run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;");
}

}  // namespace nearme
