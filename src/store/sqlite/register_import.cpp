#include "store/sqlite/register_import.hpp"

#include <tuple>
#include <utility>

#include "store/sqlite/register_content.hpp"

namespace nearme {

Result<std::unique_ptr<RegisterImport>> RegisterImport::begin(Database database, const Register& about) {
  if (about.id.empty()) return fail(ErrorKind::invalid_input, "an import of a register needs its id");
  TRY_VOID(database.run("BEGIN IMMEDIATE"));
  TRY(auto find, database.prepare("SELECT seen, withdrawn <> '', content = ?3 AND name_key = ?4 FROM register_entry "
                                  "WHERE register = ?1 AND key = ?2"));
  TRY(auto insert, database.prepare("INSERT INTO register_entry (register, key, name_key, content, seen, withdrawn) "
                                    "VALUES (?, ?, ?, ?, ?, '')"));
  TRY(auto update, database.prepare("UPDATE register_entry SET name_key = ?3, content = ?4, seen = ?5, withdrawn = '' "
                                    "WHERE register = ?1 AND key = ?2"));
  TRY(auto touch, database.prepare("UPDATE register_entry SET seen = ?3 WHERE register = ?1 AND key = ?2"));
  std::unique_ptr<RegisterImport> import(new RegisterImport(
      std::move(database),
      {.find = std::move(find), .insert = std::move(insert), .update = std::move(update), .touch = std::move(touch)},
      format_date(about.dated)));
  TRY_VOID(import->note(about));
  return import;
}

RegisterImport::~RegisterImport() {
  if (database_.in_transaction()) std::ignore = database_.run("ROLLBACK");
}

Result<void> RegisterImport::note(const Register& about) {
  TRY(auto note,
      database_.prepare("INSERT INTO register (id, name, also_called, kind, jurisdiction, dated, link, origin, "
                        "imported_at, imports, entries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0) ON CONFLICT (id) "
                        "DO UPDATE SET name = excluded.name, also_called = excluded.also_called, kind = excluded.kind, "
                        "jurisdiction = excluded.jurisdiction, dated = excluded.dated, link = excluded.link, "
                        "origin = excluded.origin, imported_at = excluded.imported_at, imports = imports + 1"));
  const auto also_called = joined_names(about.also_called);
  TRY_VOID(note.run(about.id.text(), about.name, also_called, static_cast<std::int64_t>(about.kind), about.jurisdiction,
                    dated_, about.link, about.origin, std::int64_t{about.imported_at.time_since_epoch().count()}));
  TRY(auto number, database_.prepare("SELECT number, imports FROM register WHERE id = ?"));
  TRY_VOID(number.first(about.id.text()));
  register_ = number.number(0);
  import_ = number.number(1);
  return {};
}

Result<PutOutcome> RegisterImport::put(const RegisterEntry& entry) {
  TRY(const auto content, content_of(entry));
  return write(entry, content);
}

Result<PutOutcome> RegisterImport::write(const RegisterEntry& entry, const std::string& content) {
  auto& row = statements_.find;
  TRY(const bool found, row.first(register_, entry.key, content, entry.name_key));
  const bool is_put = found && row.number(0) == import_;
  const bool was_withdrawn = found && row.number(1) != 0;
  const bool is_same = found && row.number(2) != 0;
  row.restart();
  if (is_put) return fail(ErrorKind::conflict, "the number '{}' is in the file twice", entry.number);
  if (!found) {
    TRY_VOID(statements_.insert.run(register_, entry.key, entry.name_key, content, import_));
    return PutOutcome::added;
  }
  if (is_same && !was_withdrawn) {
    TRY_VOID(statements_.touch.run(register_, entry.key, import_));
    return PutOutcome::unchanged;
  }
  TRY_VOID(statements_.update.run(register_, entry.key, entry.name_key, content, import_));
  return was_withdrawn ? PutOutcome::added : PutOutcome::changed;
}

Result<std::uint64_t> RegisterImport::withdraw_others() {
  TRY(auto withdraw, database_.prepare("UPDATE register_entry SET withdrawn = ?2 WHERE register = ?1 AND seen <> ?3 "
                                       "AND withdrawn = ''"));
  TRY_VOID(withdraw.run(register_, dated_, import_));
  return static_cast<std::uint64_t>(database_.rows_changed());
}

Result<void> RegisterImport::commit() {
  TRY(auto count, database_.prepare("UPDATE register SET entries = (SELECT count(*) FROM register_entry "
                                    "WHERE register = ?1 AND withdrawn = '') WHERE number = ?1"));
  TRY_VOID(count.run(register_));
  return database_.run("COMMIT");
}

}  // namespace nearme
