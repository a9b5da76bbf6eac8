#pragma once

#include <span>
#include <string_view>

#include "store/sqlite/database.hpp"

namespace nearme {

/// One step of the schema: the SQL that leads from the version before to this one.
struct Migration {
  int version;
  std::string_view sql;
};

/// All steps, from version 1, without gaps: the files of store/sqlite/schema/, built in.
std::span<const Migration> migrations();

/// Marks an SQLite file as a store of nearme: "near" in ASCII.
inline constexpr std::int64_t kApplicationId = 0x6e656172;

/// Makes a file ready for use: the schema of a new one, the missing steps of an older one. A step happens wholly or
/// not at all, and two processes that come at once do it once. Errors: corrupt when the file belongs to another
/// application or was written by a newer version; as for Database.
Result<void> bring_up_to_date(Database& database, const std::filesystem::path& path);

/// The settings that hold for one connection. Write-ahead log: readers go on while somebody writes. A commit is on the
/// disk when it returns (synchronous = FULL): there is one a session, so that it costs little.
Result<void> set_up_connection(Database& database);

}  // namespace nearme
