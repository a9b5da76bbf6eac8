#include "compare/sqlite_database.hpp"

#include "compare/give_up.hpp"

namespace nearme {

SqliteDatabase sqlite_in_memory() {
  sqlite3* database = nullptr;
  if (sqlite3_open(":memory:", &database) != SQLITE_OK) give_up("sqlite", sqlite3_errmsg(database));
  return SqliteDatabase(database);
}

}  // namespace nearme
