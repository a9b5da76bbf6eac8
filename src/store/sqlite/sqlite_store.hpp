#pragma once

#include <filesystem>
#include <memory>

#include "store/sqlite/database.hpp"
#include "store/store.hpp"

namespace nearme {

/// Opens the store in the file `path`, making it where it is missing and bringing an older schema up to date.
///
/// SQLite in WAL mode with foreign keys; the schema is in store/sqlite/schema/, one SQL file a version. Any number of
/// threads and processes may read while one imports; each reading call sees one snapshot. Errors: unreadable when the
/// file cannot be opened or written; corrupt when it is no SQLite file, or not ours, or of a newer version.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& path,
                                                 const DatabaseOptions& options = {});

}  // namespace nearme
