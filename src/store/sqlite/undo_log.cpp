#include "store/sqlite/undo_log.hpp"

#include <tuple>
#include <utility>
#include <vector>

#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

constexpr std::string_view kMark =
    "INSERT OR REPLACE INTO undo_point SELECT number, (SELECT coalesce(max(revision), 0) FROM change_log), origin, "
    "format, licence, attribution, imported_at FROM source WHERE number = ?";

/// The number of the source of the operator's edits; no row where nothing was ever edited.
constexpr std::string_view kEdits = "(SELECT number FROM source WHERE id = 'api')";

/// A line that the undoing writes into the change log.
struct Line {
  std::int64_t kind;
  std::string id;
};

/// A record as the import found it.
struct KeptRecord {
  std::int64_t number;
  Line line;
  std::string content;
  bool retired;
};

/// The undoing of one import, inside a transaction.
class Undoing {
 public:
  explicit Undoing(Database& database) : database_(database) {}

  Result<UndoneImport> run(const std::optional<SourceId>& source) {
    TRY_VOID(find_point(source));
    TRY(revision_, database_.read_number("SELECT coalesce(max(revision), 0) FROM change_log"));
    TRY_VOID(log_sites_of_practitioners());
    TRY_VOID(remove_added());
    TRY_VOID(remove_changed());
    TRY_VOID(restore_kept());
    TRY_VOID(restore_source());
    return std::move(undone_);
  }

 private:
  Result<void> find_point(const std::optional<SourceId>& source) {
    TRY(auto find,
        database_.prepare("SELECT undo_point.source, from_revision, source.id FROM undo_point JOIN source ON "
                          "source.number = undo_point.source WHERE ?1 = '' OR source.id = ?1 "
                          "ORDER BY source.imported_at DESC, from_revision DESC LIMIT 1"));
    const std::string name = source ? source->text() : "";
    TRY(const bool found, find.first(name));
    if (!found && name.empty()) return fail(ErrorKind::not_found, "there is no import that could be undone");
    if (!found) {
      return fail(
          ErrorKind::not_found,
          "there is no import of '{}' that could be undone; only the last one of each source can, and only once", name);
    }
    source_ = find.number(0);
    from_revision_ = find.number(1);
    undone_.source = SourceId(std::string(find.text(2)));
    return {};
  }

  Result<void> log(const Line& line, bool retired) {
    TRY(auto insert, database_.prepare("INSERT INTO change_log (revision, kind, id, retired) VALUES (?, ?, ?, ?)"));
    return insert.run(++revision_, line.kind, line.id, std::int64_t{retired ? 1 : 0});
  }

  /// The kinds and ids that a query gives, ?1 being the source and ?2 the revision before the import. Collected first:
  /// changing rows under a walk over them has no defined order.
  Result<std::vector<Line>> lines_of(std::string_view query) {
    TRY(auto rows, database_.prepare(query));
    std::vector<Line> lines;
    TRY(bool more, rows.first(source_, from_revision_));
    while (more) {
      lines.push_back({.kind = rows.number(0), .id = std::string(rows.text(1))});
      TRY(more, rows.next());
    }
    return lines;
  }

  /// Somebody may no longer work where the import had said.
  Result<void> log_sites_of_practitioners() {
    TRY(const auto sites, lines_of("SELECT DISTINCT 0, work.site_id FROM work JOIN record "
                                   "ON record.number = work.practitioner "
                                   "WHERE record.source = ?1 AND record.kind = 1 AND record.revision > ?2"));
    for (const auto& site : sites) TRY_VOID(log(site, false));
    return {};
  }

  /// What the import added is of a later revision, and was not kept. It never stood before; a row left of it would hold
  /// a key or an id that was another record's.
  Result<void> remove_added() {
    TRY(const auto seen,
        lines_of("SELECT kind, id FROM record WHERE source = ?1 AND revision > ?2 AND retired = 0 AND covered = 0 "
                 "AND number NOT IN (SELECT number FROM undo_record WHERE source = ?1)"));
    for (const auto& line : seen) TRY_VOID(log(line, true));
    TRY(auto remove, database_.prepare("DELETE FROM record WHERE source = ?1 AND revision > ?2 "
                                       "AND number NOT IN (SELECT number FROM undo_record WHERE source = ?1)"));
    TRY_VOID(remove.run(source_, from_revision_));
    undone_.removed = static_cast<std::uint64_t>(database_.rows_changed());
    return {};
  }

  /// All of them go before any comes back, so that ids and keys are free. A record that another source has taken over
  /// since is that one's.
  Result<void> remove_changed() {
    TRY(const auto renamed,
        lines_of("SELECT record.kind, record.id FROM record JOIN undo_record ON undo_record.number = record.number "
                 "WHERE undo_record.source = ?1 AND ?2 >= 0 AND record.source = ?1 AND record.id <> undo_record.id "
                 "AND record.retired = 0 AND record.covered = 0"));
    for (const auto& line : renamed) TRY_VOID(log(line, true));
    TRY(auto remove, database_.prepare("DELETE FROM record WHERE source = ?1 "
                                       "AND number IN (SELECT number FROM undo_record WHERE source = ?1)"));
    return remove.run(source_);
  }

  Result<std::vector<KeptRecord>> kept() {
    TRY(auto rows, database_.prepare("SELECT number, kind, id, content, retired FROM undo_record WHERE source = ?"));
    std::vector<KeptRecord> records;
    TRY(bool more, rows.first(source_));
    while (more) {
      records.push_back({.number = rows.number(0),
                         .line = {.kind = rows.number(1), .id = std::string(rows.text(2))},
                         .content = std::string(rows.text(3)),
                         .retired = rows.number(4) != 0});
      TRY(more, rows.next());
    }
    return records;
  }

  /// A row whose number, key or id is another source's by now is not brought back. One that the operator has edited
  /// since comes back beneath the edit.
  Result<void> restore_kept() {
    TRY(const auto records, kept());
    TRY(auto insert,
        database_.prepare(fmt::format(
            "INSERT OR IGNORE INTO record (number, kind, source, key, id, content, retired, revision, covered) "
            "SELECT number, kind, owner, key, id, content, retired, ?3, "
            "kind = 0 AND EXISTS (SELECT 1 FROM record AS edit WHERE edit.kind = 0 AND edit.covered = 0 "
            "AND edit.id = undo_record.id AND edit.source = {0}) "
            "FROM undo_record WHERE source = ?1 AND number = ?2",
            kEdits)));
    for (const auto& record : records) {
      TRY_VOID(insert.run(source_, record.number, revision_));
      const bool is_back = database_.rows_changed() > 0;
      ++(is_back ? undone_.restored : undone_.taken);
      if (is_back) TRY_VOID(show(record));
    }
    return {};
  }

  Result<void> show(const KeptRecord& record) {
    TRY(auto find, database_.prepare("SELECT covered FROM record WHERE number = ?"));
    TRY_VOID(find.first(record.number));
    const bool is_covered = find.number(0) != 0;
    find.restart();
    if (!is_covered) TRY_VOID(log(record.line, record.retired));
    const bool works = record.line.kind == static_cast<std::int64_t>(SubjectKind::practitioner) && !record.retired;
    return works ? restore_work(record) : Result<void>{};
  }

  Result<void> restore_work(const KeptRecord& record) {
    TRY(const auto practitioner, ContentReader().practitioner(record.content));
    TRY(auto add, database_.prepare("INSERT OR IGNORE INTO work (site_id, practitioner) VALUES (?, ?)"));
    for (const auto& site : practitioner.sites) TRY_VOID(add.run(site.text(), record.number));
    return {};
  }

  Result<void> restore_source() {
    TRY(auto restore,
        database_.prepare(
            "UPDATE source SET (origin, format, licence, attribution, imported_at) = (SELECT origin, "
            "format, licence, attribution, imported_at FROM undo_point WHERE source = ?1) WHERE number = ?1"));
    TRY_VOID(restore.run(source_));
    TRY(auto forget_records, database_.prepare("DELETE FROM undo_record WHERE source = ?"));
    TRY_VOID(forget_records.run(source_));
    TRY(auto forget_point, database_.prepare("DELETE FROM undo_point WHERE source = ?"));
    return forget_point.run(source_);
  }

  Database& database_;
  std::int64_t source_ = 0;
  std::int64_t from_revision_ = 0;
  std::int64_t revision_ = 0;
  UndoneImport undone_;
};

}  // namespace

Result<UndoLog> UndoLog::begin(Database& database, const SourceId& source) {
  TRY(auto forget, database.prepare("DELETE FROM undo_record WHERE source = (SELECT number FROM source WHERE id = ?)"));
  TRY_VOID(forget.run(source.text()));
  TRY(auto keep,
      database.prepare("INSERT OR IGNORE INTO undo_record SELECT ?1, number, kind, source, key, id, content, "
                       "retired FROM record WHERE number = ?2"));
  TRY(auto mark, database.prepare(kMark));
  TRY(auto find, database.prepare("SELECT number FROM source WHERE id = ?"));
  TRY(const bool is_known, find.first(source.text()));
  if (is_known) TRY_VOID(mark.run(find.number(0)));
  find.restart();
  return UndoLog(std::move(keep), std::move(mark));
}

Result<void> UndoLog::begin_new_source(std::int64_t source) { return mark_.run(source); }

Result<UndoneImport> undo_last_import(Database& database, const std::optional<SourceId>& source) {
  TRY_VOID(database.run("BEGIN IMMEDIATE"));
  auto undone = Undoing(database).run(source);
  if (undone) {
    TRY_VOID(database.run("COMMIT"));
  } else {
    std::ignore = database.run("ROLLBACK");
  }
  return undone;
}

}  // namespace nearme
