#pragma once

#include <memory>

#include <sqlite3.h>

namespace nearme {

struct CloseSqlite {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

/// A database of SQLite. It lives on until its last statement is gone.
using SqliteDatabase = std::unique_ptr<sqlite3, CloseSqlite>;

/// An empty one in memory.
SqliteDatabase sqlite_in_memory();

}  // namespace nearme
