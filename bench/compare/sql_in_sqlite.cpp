#include "compare/sql_in_sqlite.hpp"

#include "compare/give_up.hpp"

namespace nearme {

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int outcome = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                         &statement, nullptr);
  if (outcome != SQLITE_OK) give_up("sqlite", std::string(sqlite3_errmsg(database)) + " in " + std::string(sql));
  statement_.reset(statement);
}

bool SqliteStatement::next() {
  const int outcome = sqlite3_step(statement_.get());
  if (outcome != SQLITE_ROW && outcome != SQLITE_DONE)
    give_up("sqlite", sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
  return outcome == SQLITE_ROW;
}

std::string_view SqliteStatement::bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void SqliteStatement::bind(int parameter, const std::string& value) {
  sqlite3_bind_text(statement_.get(), parameter, value.data(), static_cast<int>(value.size()), nullptr);
}

void SqliteStatement::bind(int parameter, const std::vector<std::uint32_t>& value) {
  const auto size = static_cast<int>(value.size() * sizeof(std::uint32_t));
  sqlite3_bind_blob(statement_.get(), parameter, value.data(), size, nullptr);
}

void run_script(sqlite3* database, const std::string& script) {
  char* message = nullptr;
  if (sqlite3_exec(database, script.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
    give_up("sqlite", std::string(message) + " in " + script);
}

}  // namespace nearme
