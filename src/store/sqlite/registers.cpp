#include "store/sqlite/registers.hpp"

#include <utility>

#include "store/sqlite/register_content.hpp"
#include "store/sqlite/schema.hpp"

namespace nearme {
namespace {

Result<RegisterSummary> summary_from(const SqlStatement& row) {
  RegisterSummary summary;
  auto& about = summary.about;
  about.id = RegisterId(row.text(0));
  about.name = row.text(1);
  about.also_called = split_names(row.text(2));
  about.kind = static_cast<RegisterKind>(row.number(3));
  about.jurisdiction = row.text(4);
  TRY(about.dated, parse_date(row.text(5)));
  about.link = row.text(6);
  about.origin = row.text(7);
  about.imported_at = Instant{std::chrono::seconds{row.number(8)}};
  summary.entries = static_cast<std::uint64_t>(row.number(9));
  return summary;
}

Result<RegisterEntry> entry_from(const SqlStatement& row) {
  TRY(auto entry, register_entry_from(row.text(2)));
  entry.key = row.text(0);
  entry.name_key = row.text(1);
  if (!row.text(3).empty()) {
    TRY(entry.withdrawn, parse_date(row.text(3)));
  }
  return entry;
}

}  // namespace

Result<std::unique_ptr<Registers>> Registers::open(const std::filesystem::path& path, const DatabaseOptions& options) {
  TRY(auto database, Database::open(path, options));
  TRY_VOID(bring_up_to_date(database, path));
  return std::unique_ptr<Registers>(new Registers(path, options));
}

Result<std::vector<RegisterSummary>> Registers::list() {
  TRY(auto reader, take());
  std::vector<RegisterSummary> summaries;
  TRY(bool more, reader->all.first());
  while (more) {
    TRY(auto summary, summary_from(reader->all));
    summaries.push_back(std::move(summary));
    TRY(more, reader->all.next());
  }
  give_back(std::move(reader));
  return summaries;
}

Result<std::unique_ptr<RegisterImport>> Registers::begin_import(const Register& about) {
  TRY(auto database, connect());
  return RegisterImport::begin(std::move(database), about);
}

Result<std::optional<RegisterEntry>> Registers::find(const RegisterId& id, std::string_view key) {
  TRY(auto reader, take());
  std::optional<RegisterEntry> entry;
  TRY(const bool found, reader->by_key.first(id.text(), key));
  if (found) {
    TRY(entry, entry_from(reader->by_key));
  }
  give_back(std::move(reader));
  return entry;
}

Result<std::vector<RegisterEntry>> Registers::find_by_name(const RegisterId& id, std::string_view name_key) {
  TRY(auto reader, take());
  std::vector<RegisterEntry> entries;
  TRY(bool more, reader->by_name.first(id.text(), name_key));
  while (more) {
    TRY(auto entry, entry_from(reader->by_name));
    entries.push_back(std::move(entry));
    TRY(more, reader->by_name.next());
  }
  give_back(std::move(reader));
  return entries;
}

Result<Database> Registers::connect() const {
  TRY(auto database, Database::open(path_, options_));
  TRY_VOID(set_up_connection(database));
  return database;
}

Result<std::unique_ptr<Registers::Reader>> Registers::take() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
  }
  TRY(auto database, connect());
  TRY(auto all, database.prepare("SELECT id, name, also_called, kind, jurisdiction, dated, link, origin, imported_at, "
                                 "entries FROM register ORDER BY id"));
  TRY(auto by_key, database.prepare("SELECT key, name_key, content, withdrawn FROM register_entry WHERE "
                                    "register = (SELECT number FROM register WHERE id = ?) AND key = ?"));
  TRY(auto by_name, database.prepare("SELECT key, name_key, content, withdrawn FROM register_entry WHERE "
                                     "register = (SELECT number FROM register WHERE id = ?) AND name_key = ? "
                                     "AND name_key <> '' AND withdrawn = '' ORDER BY key"));
  return std::make_unique<Reader>(Reader{.database = std::move(database),
                                         .all = std::move(all),
                                         .by_key = std::move(by_key),
                                         .by_name = std::move(by_name)});
}

void Registers::give_back(std::unique_ptr<Reader> reader) {
  reader->all.restart();
  reader->by_key.restart();
  reader->by_name.restart();
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace nearme
