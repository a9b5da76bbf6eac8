#include "store/sqlite/sqlite_edits.hpp"

#include <tuple>

#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

const SourceId kSource{std::string{kSourceOfEdits}};

}  // namespace

Result<SqliteEdits> SqliteEdits::open(Database database) {
  TRY(auto find, database.prepare("SELECT record.number, record.retired, record.content, source.id FROM record "
                                  "JOIN source ON source.number = record.source "
                                  "WHERE record.kind = 0 AND record.id = ? AND record.covered = 0"));
  TRY(auto insert, database.prepare("INSERT INTO record (source, kind, key, id, content, retired, revision) "
                                    "VALUES (?1, 0, ?2, ?2, ?3, ?4, ?5)"));
  TRY(auto update, database.prepare("UPDATE record SET content = ?2, retired = 0, revision = ?3 WHERE number = ?1"));
  TRY(auto retire, database.prepare("UPDATE record SET retired = 1, revision = ?2 WHERE number = ?1"));
  TRY(auto cover, database.prepare("UPDATE record SET covered = 1 WHERE number = ?"));
  TRY(auto log, database.prepare("INSERT INTO change_log (revision, kind, id, retired) VALUES (?, 0, ?, ?)"));
  return SqliteEdits(std::move(database), Statements{.find = std::move(find),
                                                     .insert = std::move(insert),
                                                     .update = std::move(update),
                                                     .retire = std::move(retire),
                                                     .cover = std::move(cover),
                                                     .log = std::move(log)});
}

Result<std::vector<Result<EditOutcome>>> SqliteEdits::make(std::span<const SiteEdit> edits) {
  auto made = make_all(edits);
  if (!made && database_.in_transaction()) std::ignore = database_.run("ROLLBACK");
  return made;
}

Result<std::vector<Result<EditOutcome>>> SqliteEdits::make_all(std::span<const SiteEdit> edits) {
  TRY_VOID(begin());
  std::vector<Result<EditOutcome>> outcomes;
  outcomes.reserve(edits.size());
  for (const SiteEdit& edit : edits) {
    auto outcome = make(edit);
    // A bad record concerns one edit, and is found before anything is written.
    if (!outcome && outcome.error().kind != ErrorKind::invalid_input) return std::unexpected(outcome.error());
    outcomes.push_back(std::move(outcome));
  }
  TRY_VOID(database_.run("COMMIT"));
  return outcomes;
}

Result<void> SqliteEdits::begin() {
  TRY_VOID(database_.run("BEGIN IMMEDIATE"));
  TRY(revision_, database_.read_number("SELECT coalesce(max(revision), 0) FROM change_log"));
  TRY(auto note, database_.prepare("INSERT INTO source (id, origin, format, licence, attribution, imported_at) "
                                   "VALUES (?, 'PUT and DELETE', 'json', '', '', unixepoch()) "
                                   "ON CONFLICT (id) DO UPDATE SET imported_at = excluded.imported_at"));
  TRY_VOID(note.run(kSource.text()));
  TRY(auto number, database_.prepare("SELECT number FROM source WHERE id = ?"));
  TRY_VOID(number.first(kSource.text()));
  source_number_ = number.number(0);
  return {};
}

Result<EditOutcome> SqliteEdits::make(const SiteEdit& edit) {
  if (!edit.site) return remove(edit.id);
  TRY(auto content, to_content(*edit.site, kSource));
  return put(*edit.site, std::move(content));
}

Result<EditOutcome> SqliteEdits::put(const Site& site, std::string content) {
  TRY(const auto seen, find(site.id));
  if (seen && !seen->retired) {
    // Also a record of another source that is put back as it stands: nothing of it was edited.
    TRY(const auto as_it_stands, to_content(site, seen->source));
    if (as_it_stands == seen->content) return EditOutcome::unchanged;
  }
  TRY_VOID(log(site.id, false));
  if (seen && seen->is_edit) {
    TRY_VOID(statements_.update.run(seen->number, content, revision_));
  } else {
    if (seen) TRY_VOID(statements_.cover.run(seen->number));
    TRY_VOID(insert(site.id, content, false));
  }
  return seen && !seen->retired ? EditOutcome::changed : EditOutcome::added;
}

Result<EditOutcome> SqliteEdits::remove(const SiteId& id) {
  TRY(const auto seen, find(id));
  if (!seen || seen->retired) return EditOutcome::not_found;
  TRY_VOID(log(id, true));
  if (seen->is_edit) {
    TRY_VOID(statements_.retire.run(seen->number, revision_));
  } else {
    // A retired edit goes on hiding what the source says.
    TRY_VOID(statements_.cover.run(seen->number));
    TRY_VOID(insert(id, seen->content, true));
  }
  return EditOutcome::deleted;
}

Result<std::optional<SqliteEdits::Seen>> SqliteEdits::find(const SiteId& id) {
  auto& row = statements_.find;
  TRY(const bool found, row.first(id.text()));
  if (!found) return std::nullopt;
  Seen seen{.number = row.number(0),
            .is_edit = row.text(3) == kSource.text(),
            .retired = row.number(1) != 0,
            .source = SourceId(row.text(3)),
            .content = std::string(row.text(2))};
  row.restart();
  return seen;
}

Result<void> SqliteEdits::insert(const SiteId& id, std::string_view content, bool retired) {
  return statements_.insert.run(source_number_, id.text(), content, std::int64_t{retired ? 1 : 0}, revision_);
}

Result<void> SqliteEdits::log(const SiteId& id, bool retired) {
  return statements_.log.run(++revision_, id.text(), std::int64_t{retired ? 1 : 0});
}

}  // namespace nearme
