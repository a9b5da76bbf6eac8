#pragma once

#include <cstdint>

#include "directory/source.hpp"
#include "store/sqlite/database.hpp"
#include "store/store.hpp"

namespace nearme {

/// Keeps what an import changes, so that it can be undone: one level, for each source. Lives inside the import's own
/// transaction. Errors: those of the database.
class UndoLog {
 public:
  /// Notes where the store and the source stand, and forgets what was kept of the source's import before. Call before
  /// the source's own row is changed; a source without a row has nothing to keep.
  [[nodiscard]] static Result<UndoLog> begin(Database& database, const SourceId& source);

  /// Sets the point of a source that had no row before. To be called when it has one.
  Result<void> begin_new_source(std::int64_t source);

  /// Keeps a record as it stands now, unless it is kept already. To be called before it is changed or removed.
  Result<void> keep(std::int64_t source, std::int64_t number) { return keep_.run(source, number); }

 private:
  UndoLog(SqlStatement keep, SqlStatement mark) : keep_(std::move(keep)), mark_(std::move(mark)) {}

  SqlStatement keep_;
  SqlStatement mark_;
};

/// Brings back what the last import of a source changed; without a name, the last import of all. One transaction.
/// Errors: not_found when there is no such source, or nothing to undo; those of the database.
Result<UndoneImport> undo_last_import(Database& database, const std::optional<SourceId>& source);

}  // namespace nearme
