#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sqlite3.h>

namespace nearme {

/// A prepared statement of SQLite by its C interface, with numbers and texts. Errors end the program.
class SqliteStatement {
 public:
  SqliteStatement() = default;
  SqliteStatement(sqlite3* database, std::string_view sql);

  /// Sets the parameters from the first on and goes back to before the first row. Texts must live until the last row.
  template <class... Values>
  void begin(const Values&... values) {
    sqlite3_reset(statement_.get());
    int parameter = 0;
    (bind(++parameter, values), ...);
  }

  [[nodiscard]] bool next();

  /// For statements without rows.
  template <class... Values>
  void run(const Values&... values) {
    begin(values...);
    while (next()) continue;
  }

  [[nodiscard]] std::uint32_t number(int column) const {
    return static_cast<std::uint32_t>(sqlite3_column_int64(statement_.get(), column));
  }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  /// Numbers that were written as bytes, at any address; valid until the next row.
  [[nodiscard]] std::string_view bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  void bind(int parameter, double value) { sqlite3_bind_double(statement_.get(), parameter, value); }
  void bind(int parameter, std::int32_t value) { sqlite3_bind_int(statement_.get(), parameter, value); }
  void bind(int parameter, std::uint32_t value) { sqlite3_bind_int64(statement_.get(), parameter, value); }
  void bind(int parameter, const std::string& value);
  void bind(int parameter, const std::vector<std::uint32_t>& value);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Runs a script of statements.
void run_script(sqlite3* database, const std::string& script);

}  // namespace nearme
