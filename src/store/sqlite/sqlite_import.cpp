#include "store/sqlite/sqlite_import.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

constexpr std::int64_t kPut = 0;
constexpr std::int64_t kRetired = 1;

std::int64_t number_of(SubjectKind kind) { return static_cast<std::int64_t>(kind); }

}  // namespace

Result<SqliteImport::Statements> SqliteImport::prepare_all(Database& database) {
  TRY(auto find_by_key, database.prepare("SELECT number, source, id, retired, content = ?4, covered FROM record "
                                         "WHERE source = ?1 AND kind = ?2 AND key = ?3"));
  TRY(auto find_site, database.prepare("SELECT number, source, id, retired, content = ?2, covered FROM record "
                                       "WHERE kind = 0 AND covered = 0 AND id = ?1"));
  TRY(auto find_practitioner, database.prepare("SELECT number, source, id, retired, content = ?2, covered "
                                               "FROM record WHERE kind = 1 AND id = ?1"));
  TRY(auto insert, database.prepare("INSERT INTO record (source, kind, key, id, content, retired, revision) "
                                    "VALUES (?, ?, ?, ?, ?, 0, ?)"));
  TRY(auto update, database.prepare("UPDATE record SET source = ?2, key = ?3, id = ?4, content = ?5, retired = 0, "
                                    "revision = ?6 WHERE number = ?1"));
  TRY(auto rename, database.prepare("UPDATE record SET key = ?2 WHERE number = ?1"));
  TRY(auto retire, database.prepare("UPDATE record SET retired = 1, revision = ?2 WHERE number = ?1"));
  TRY(auto remove, database.prepare("DELETE FROM record WHERE number = ?"));
  TRY(auto log, database.prepare("INSERT INTO change_log (revision, kind, id, retired) VALUES (?, ?, ?, ?)"));
  TRY(auto standing, database.prepare("SELECT number, id, covered FROM record WHERE source = ? AND kind = ? "
                                      "AND retired = 0"));
  TRY(auto add_work, database.prepare("INSERT OR IGNORE INTO work (site_id, practitioner) VALUES (?, ?)"));
  TRY(auto remove_work, database.prepare("DELETE FROM work WHERE practitioner = ?"));
  TRY(auto sites_of_work, database.prepare("SELECT site_id FROM work WHERE practitioner = ? ORDER BY site_id"));
  return Statements{.find_by_key = std::move(find_by_key),
                    .find_site = std::move(find_site),
                    .find_practitioner = std::move(find_practitioner),
                    .insert = std::move(insert),
                    .update = std::move(update),
                    .rename = std::move(rename),
                    .retire = std::move(retire),
                    .remove = std::move(remove),
                    .log = std::move(log),
                    .standing = std::move(standing),
                    .add_work = std::move(add_work),
                    .remove_work = std::move(remove_work),
                    .sites_of_work = std::move(sites_of_work)};
}

Result<std::unique_ptr<ImportSession>> SqliteImport::begin(Database database, const Source& source) {
  if (source.id.empty()) return fail(ErrorKind::invalid_input, "an import needs the name of its source");
  if (source.id.text() == kSourceOfEdits) {
    return fail(ErrorKind::invalid_input, "the source '{}' is that of edits by the API; choose another name",
                kSourceOfEdits);
  }
  TRY_VOID(database.run("BEGIN IMMEDIATE"));
  TRY(auto statements, prepare_all(database));
  auto session = std::unique_ptr<SqliteImport>(new SqliteImport(std::move(database), std::move(statements), source));
  TRY_VOID(session->note_source());
  return session;
}

SqliteImport::~SqliteImport() {
  if (database_.in_transaction()) std::ignore = database_.run("ROLLBACK");
}

Result<void> SqliteImport::note_source() {
  TRY(undo_, UndoLog::begin(database_, source_.id));
  TRY(auto known, database_.prepare("SELECT 1 FROM source WHERE id = ?"));
  TRY(const bool is_known, known.first(source_.id.text()));
  known.restart();
  TRY(auto put, database_.prepare("INSERT INTO source (id, origin, format, licence, attribution, imported_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, "
                                  "format = excluded.format, licence = excluded.licence, "
                                  "attribution = excluded.attribution, imported_at = excluded.imported_at"));
  TRY_VOID(put.run(source_.id.text(), source_.origin, source_.format, source_.licence, source_.attribution,
                   std::int64_t{source_.imported_at.time_since_epoch().count()}));
  TRY(auto find, database_.prepare("SELECT number FROM source WHERE id = ?"));
  TRY_VOID(find.first(source_.id.text()));
  source_number_ = find.number(0);
  find.restart();
  if (!is_known) TRY_VOID(undo_->begin_new_source(source_number_));
  TRY(revision_, database_.read_number("SELECT coalesce(max(revision), 0) FROM change_log"));
  return {};
}

Result<PutOutcome> SqliteImport::put(const std::string& key, const Site& site) {
  TRY(auto content, to_content(site, source_.id));
  TRY(const auto put, put_record({SubjectKind::site, key, site.id.text(), std::move(content)}));
  return put.outcome;
}

Result<PutOutcome> SqliteImport::put(const std::string& key, const Practitioner& practitioner) {
  TRY(auto content, to_content(practitioner, source_.id));
  TRY(const auto put, put_record({SubjectKind::practitioner, key, practitioner.id.text(), std::move(content)}));
  if (put.outcome == PutOutcome::unchanged) return put.outcome;
  TRY_VOID(remember(log_former_sites(put.number, practitioner.sites)));
  TRY_VOID(remember(replace_work(put.number, practitioner.sites)));
  return put.outcome;
}

Result<PutOutcome> SqliteImport::put(const std::string& key, const Claim& claim) {
  TRY(auto content, to_content(claim, source_.id));
  TRY(const auto put, put_record({SubjectKind::claim, key, claim.subject_id, std::move(content)}));
  return put.outcome;
}

Result<SqliteImport::Put> SqliteImport::put_record(const Incoming& incoming) {
  if (spoilt_) return std::unexpected(*spoilt_);
  return remember(try_put(incoming));
}

Result<SqliteImport::Put> SqliteImport::try_put(const Incoming& incoming) {
  TRY(const auto by_key, find_by_key(incoming));
  if (by_key && was_put(by_key->number)) {
    return fail(ErrorKind::conflict, "the key '{}' was put already in this import", incoming.key);
  }
  if (by_key && (by_key->id == incoming.id || incoming.kind == SubjectKind::claim)) return renew(incoming, *by_key);
  TRY(const auto by_id, find_by_id(incoming));
  if (by_id) TRY_VOID(check_free(incoming, *by_id));
  if (by_key) {
    // The key has come to name another record: the one that it named goes.
    TRY_VOID(undo_->keep(source_number_, by_key->number));
    if (!by_key->retired && !by_key->covered) TRY_VOID(log(incoming.kind, by_key->id, kRetired));
    if (incoming.kind == SubjectKind::practitioner) TRY_VOID(log_former_sites(by_key->number, {}));
    TRY_VOID(statements_.remove.run(by_key->number));
  }
  return by_id ? renew(incoming, *by_id) : add(incoming);
}

Result<std::optional<SqliteImport::Standing>> SqliteImport::find_by_key(const Incoming& incoming) {
  auto& row = statements_.find_by_key;
  TRY(const bool found, row.first(source_number_, number_of(incoming.kind), incoming.key, incoming.content));
  if (!found) return std::nullopt;
  Standing standing{.number = row.number(0),
                    .source = row.number(1),
                    .id = std::string(row.text(2)),
                    .retired = row.number(3) != 0,
                    .same_content = row.number(4) != 0,
                    .same_key = true,
                    .covered = row.number(5) != 0};
  row.restart();
  return standing;
}

Result<std::optional<SqliteImport::Standing>> SqliteImport::find_by_id(const Incoming& incoming) {
  if (incoming.kind == SubjectKind::claim) return std::nullopt;
  auto& row = incoming.kind == SubjectKind::site ? statements_.find_site : statements_.find_practitioner;
  TRY(const bool found, row.first(incoming.id, incoming.content));
  if (!found) return std::nullopt;
  Standing standing{.number = row.number(0),
                    .source = row.number(1),
                    .id = incoming.id,
                    .retired = row.number(3) != 0,
                    .same_content = row.number(4) != 0,
                    .same_key = false,
                    .covered = row.number(5) != 0};
  row.restart();
  return standing;
}

Result<void> SqliteImport::check_free(const Incoming& incoming, const Standing& standing) const {
  if (was_put(standing.number)) {
    return fail(ErrorKind::conflict, "the id '{}' was put already in this import, under another key than '{}'",
                incoming.id, incoming.key);
  }
  if (standing.source != source_number_ && !standing.retired) {
    return fail(ErrorKind::conflict, "the id '{}' belongs to another source; give the records of '{}' ids of their own",
                incoming.id, source_.id.text());
  }
  return {};
}

Result<SqliteImport::Put> SqliteImport::add(const Incoming& incoming) {
  TRY_VOID(log(incoming.kind, incoming.id, kPut));
  TRY_VOID(statements_.insert.run(source_number_, number_of(incoming.kind), incoming.key, incoming.id, incoming.content,
                                  revision_));
  mark_put(database_.last_row_number());
  return Put{.outcome = PutOutcome::added, .number = database_.last_row_number()};
}

Result<SqliteImport::Put> SqliteImport::renew(const Incoming& incoming, const Standing& standing) {
  mark_put(standing.number);
  if (standing.covered) return renew_beneath(incoming, standing);
  if (standing.same_content && !standing.retired) {
    if (!standing.same_key) TRY_VOID(rename(incoming, standing));
    return Put{.outcome = PutOutcome::unchanged, .number = standing.number};
  }
  TRY_VOID(undo_->keep(source_number_, standing.number));
  // A claim may have come to speak of somebody else: then both have changed.
  if (standing.id != incoming.id && !standing.retired) TRY_VOID(log(incoming.kind, standing.id, kRetired));
  TRY_VOID(log(incoming.kind, incoming.id, kPut));
  TRY_VOID(
      statements_.update.run(standing.number, source_number_, incoming.key, incoming.id, incoming.content, revision_));
  return Put{.outcome = standing.retired ? PutOutcome::added : PutOutcome::changed, .number = standing.number};
}

Result<void> SqliteImport::rename(const Incoming& incoming, const Standing& standing) {
  TRY_VOID(undo_->keep(source_number_, standing.number));
  return statements_.rename.run(standing.number, incoming.key);
}

/// The operator's edit stands over the record, so that nobody sees it change.
Result<SqliteImport::Put> SqliteImport::renew_beneath(const Incoming& incoming, const Standing& standing) {
  TRY_VOID(undo_->keep(source_number_, standing.number));
  TRY_VOID(
      statements_.update.run(standing.number, source_number_, incoming.key, incoming.id, incoming.content, revision_));
  return Put{.outcome = PutOutcome::overridden, .number = standing.number};
}

Result<void> SqliteImport::log_former_sites(std::int64_t practitioner, const std::vector<SiteId>& sites) {
  std::vector<std::string> former;
  auto& rows = statements_.sites_of_work;
  TRY(bool more, rows.first(practitioner));
  while (more) {
    if (std::ranges::find(sites, rows.text(0), &SiteId::text) == sites.end()) former.emplace_back(rows.text(0));
    TRY(more, rows.next());
  }
  rows.restart();
  for (const auto& site : former) TRY_VOID(log(SubjectKind::site, site, kPut));
  return {};
}

Result<void> SqliteImport::replace_work(std::int64_t practitioner, const std::vector<SiteId>& sites) {
  TRY_VOID(statements_.remove_work.run(practitioner));
  for (const auto& site : sites) TRY_VOID(statements_.add_work.run(site.text(), practitioner));
  return {};
}

Result<void> SqliteImport::log(SubjectKind kind, std::string_view id, std::int64_t retired) {
  return statements_.log.run(++revision_, number_of(kind), id, retired);
}

Result<std::uint64_t> SqliteImport::retire_others(SubjectKind subject) {
  if (spoilt_) return std::unexpected(*spoilt_);
  return remember(try_retire_others(subject));
}

Result<std::uint64_t> SqliteImport::try_retire_others(SubjectKind subject) {
  struct Other {
    std::int64_t number;
    std::string id;
    bool covered;
  };
  // Collected first: changing rows under a walk over them has no defined order.
  std::vector<Other> others;
  auto& rows = statements_.standing;
  TRY(bool more, rows.first(source_number_, number_of(subject)));
  while (more) {
    if (!was_put(rows.number(0))) others.emplace_back(rows.number(0), std::string(rows.text(1)), rows.number(2) != 0);
    TRY(more, rows.next());
  }
  rows.restart();
  std::uint64_t gone = 0;
  for (const auto& other : others) {
    TRY_VOID(undo_->keep(source_number_, other.number));
    if (!other.covered) TRY_VOID(log(subject, other.id, kRetired));
    TRY_VOID(statements_.retire.run(other.number, revision_));
    gone += other.covered ? 0 : 1;
  }
  return gone;
}

Result<bool> SqliteImport::retire(SubjectKind subject, const std::string& key) {
  if (spoilt_) return std::unexpected(*spoilt_);
  return remember(try_retire(subject, key));
}

Result<bool> SqliteImport::try_retire(SubjectKind subject, const std::string& key) {
  auto& row = statements_.find_by_key;
  TRY(const bool found, row.first(source_number_, number_of(subject), key, std::string_view{}));
  if (!found || row.number(3) != 0) {
    row.restart();
    return false;
  }
  const auto number = row.number(0);
  const std::string id(row.text(2));
  const bool is_covered = row.number(5) != 0;
  row.restart();
  TRY_VOID(undo_->keep(source_number_, number));
  if (!is_covered) TRY_VOID(log(subject, id, kRetired));
  TRY_VOID(statements_.retire.run(number, revision_));
  return !is_covered;
}

Result<Revision> SqliteImport::commit() {
  if (spoilt_) return std::unexpected(*spoilt_);
  if (!database_.in_transaction()) return fail(ErrorKind::conflict, "this import is over already");
  TRY_VOID(remember(database_.run("COMMIT")));
  return Revision{static_cast<std::uint64_t>(revision_)};
}

bool SqliteImport::was_put(std::int64_t number) const {
  const auto index = static_cast<std::size_t>(number);
  return index < put_.size() && put_[index];
}

void SqliteImport::mark_put(std::int64_t number) {
  const auto index = static_cast<std::size_t>(number);
  if (index >= put_.size()) put_.resize(std::max(index + 1, put_.size() * 2));
  put_[index] = true;
}

template <class T>
Result<T> SqliteImport::remember(Result<T> result) {
  // A conflict concerns one record, and is found before anything is written.
  if (!result && result.error().kind != ErrorKind::conflict) spoilt_ = result.error();
  return result;
}

}  // namespace nearme
