#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/result.hpp"

namespace nearme {

/// A prepared SQL statement. Values are parameters, always; there is no way to paste text into the SQL.
///
/// `first(values...)` begins anew with these values and gives whether there is a row; `next()` goes on to the following
/// one; `run(values...)` is for statements without rows. Texts passed in must live until the last row is read. Columns
/// count from 0; `text` is good until the next row. Must not outlive its database. Errors: as for Database.
class SqlStatement {
 public:
  template <class... Values>
  [[nodiscard]] Result<bool> first(const Values&... values) {
    restart();
    int parameter = 0;
    (bind(++parameter, values), ...);
    return next();
  }

  template <class... Values>
  [[nodiscard]] Result<void> run(const Values&... values) {
    auto row = first(values...);
    restart();
    if (!row) return std::unexpected(std::move(row.error()));
    return {};
  }

  [[nodiscard]] Result<bool> next();

  /// Lets go of the rows, and of the read lock that they hold.
  void restart() { sqlite3_reset(statement_.get()); }

  [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] std::string_view text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit SqlStatement(sqlite3_stmt* statement) : statement_(statement) {}

  void bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }
  void bind(int parameter, std::string_view value);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// How to open a database file.
struct DatabaseOptions {
  std::chrono::milliseconds patience{5000};  ///< how long to wait for a lock that another connection holds
  std::uint64_t max_bytes = 0;               ///< the file may not grow past this; 0: as far as the disk lets it
};

/// One connection to an SQLite file; one thread at a time. Every error says the path and SQLite's reason: unavailable
/// when another connection holds a lock for too long, corrupt for a file that is damaged or no SQLite file, unreadable
/// when the system does not let it be read or written, or the disk is full.
class Database {
 public:
  /// Opens the file, making an empty one where there is none.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& path, const DatabaseOptions& options);

  [[nodiscard]] Result<SqlStatement> prepare(std::string_view sql);

  /// Runs a script of statements without parameters.
  [[nodiscard]] Result<void> run(const std::string& script);

  /// The first column of the only row of a statement without parameters.
  [[nodiscard]] Result<std::int64_t> read_number(std::string_view sql);

  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }
  [[nodiscard]] std::int64_t last_row_number() const { return sqlite3_last_insert_rowid(database_.get()); }
  [[nodiscard]] std::int64_t rows_changed() const { return sqlite3_changes64(database_.get()); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  explicit Database(sqlite3* database) : database_(database) {}

  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace nearme
