#include "store/sqlite/database.hpp"

#include <algorithm>
#include <limits>

namespace nearme {
namespace {

ErrorKind kind_of(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::unavailable;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
    case SQLITE_NOLFS:
    case SQLITE_NOMEM:
      return ErrorKind::unreadable;
    default:
      return ErrorKind::corrupt;
  }
}

/// What a person can do about it.
std::string_view remedy_for(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
      return "; another import is at work, try again when it is done";
    case SQLITE_FULL:
      return "; make room and try again, nothing was changed";
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return "; check that the folder exists and can be written to";
    case SQLITE_NOTADB:
      return "; choose another data folder, or move the file away";
    default:
      return "";
  }
}

std::unexpected<Error> failure_of(sqlite3* database, int code) {
  const auto* path = sqlite3_db_filename(database, "main");
  return fail(kind_of(code), "cannot use the store {}: {}{}", path == nullptr ? "" : path, sqlite3_errmsg(database),
              remedy_for(code));
}

}  // namespace

Result<bool> SqlStatement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failure_of(sqlite3_db_handle(statement_.get()), code);
}

std::string_view SqlStatement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void SqlStatement::bind(int parameter, std::string_view value) {
  // An empty view may have no address, which SQLite would take for NULL.
  sqlite3_bind_text64(statement_.get(), parameter, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}

Result<Database> Database::open(const std::filesystem::path& path, const DatabaseOptions& options) {
  sqlite3* opened = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  Database database(opened);
  if (code != SQLITE_OK) {
    return fail(kind_of(code), "cannot open the store {}: {}{}", path.string(), sqlite3_errstr(code), remedy_for(code));
  }
  sqlite3_busy_timeout(opened, static_cast<int>(options.patience.count()));
  if (options.max_bytes > 0) {
    TRY(const auto page_bytes, database.read_number("PRAGMA page_size"));
    const auto pages = std::max<std::uint64_t>(1, options.max_bytes / static_cast<std::uint64_t>(page_bytes));
    TRY_VOID(database.run(fmt::format("PRAGMA max_page_count = {}", pages)));
  }
  return database;
}

Result<SqlStatement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return failure_of(database_.get(), code);
  return SqlStatement(statement);
}

Result<void> Database::run(const std::string& script) {
  const int code = sqlite3_exec(database_.get(), script.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure_of(database_.get(), code);
  return {};
}

Result<std::int64_t> Database::read_number(std::string_view sql) {
  TRY(auto statement, prepare(sql));
  TRY_VOID(statement.first());
  return statement.number(0);
}

}  // namespace nearme
