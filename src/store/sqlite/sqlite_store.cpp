#include "store/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "store/sqlite/reader_pool.hpp"
#include "store/sqlite/schema.hpp"
#include "store/sqlite/site_records.hpp"
#include "store/sqlite/sqlite_edits.hpp"
#include "store/sqlite/sqlite_import.hpp"
#include "store/sqlite/undo_log.hpp"

namespace nearme {
namespace {

void add(StoreCounts& counts, SubjectKind kind, std::uint64_t number) {
  switch (kind) {
    case SubjectKind::site:
      counts.sites += number;
      break;
    case SubjectKind::practitioner:
      counts.practitioners += number;
      break;
    case SubjectKind::claim:
      counts.claims += number;
      break;
  }
}

Result<std::vector<Change>> read_changes(Database& database, Revision after, std::size_t limit) {
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  TRY(auto rows, database.prepare("SELECT revision, kind, id, retired FROM change_log WHERE revision > ? "
                                  "ORDER BY revision LIMIT ?"));
  std::vector<Change> changes;
  TRY(bool more, rows.first(static_cast<std::int64_t>(after), static_cast<std::int64_t>(std::min(limit, kMost))));
  while (more) {
    changes.push_back({.revision = static_cast<Revision>(rows.number(0)),
                       .subject = static_cast<SubjectKind>(rows.number(1)),
                       .id = std::string(rows.text(2)),
                       .retired = rows.number(3) != 0});
    TRY(more, rows.next());
  }
  return changes;
}

Result<StoreCounts> count_standing(SqlStatement& counter, std::int64_t source) {
  StoreCounts counts;
  TRY(bool more, counter.first(source));
  while (more) {
    add(counts, static_cast<SubjectKind>(counter.number(0)), static_cast<std::uint64_t>(counter.number(1)));
    TRY(more, counter.next());
  }
  counter.restart();
  return counts;
}

Source source_from(const SqlStatement& row) {
  return {.id = SourceId(row.text(1)),
          .origin = std::string(row.text(2)),
          .format = std::string(row.text(3)),
          .licence = std::string(row.text(4)),
          .attribution = std::string(row.text(5)),
          .imported_at = Instant{std::chrono::seconds{row.number(6)}}};
}

Result<std::vector<SourceSummary>> read_sources(Database& database) {
  TRY(auto rows, database.prepare("SELECT number, id, origin, format, licence, attribution, imported_at FROM source "
                                  "ORDER BY id"));
  TRY(auto counter, database.prepare("SELECT kind, count(*) FROM record WHERE source = ? AND retired = 0 "
                                     "AND covered = 0 GROUP BY kind"));
  std::vector<SourceSummary> summaries;
  TRY(bool more, rows.first());
  while (more) {
    TRY(const auto standing, count_standing(counter, rows.number(0)));
    summaries.push_back({.source = source_from(rows), .standing = standing});
    TRY(more, rows.next());
  }
  return summaries;
}

Result<std::vector<SiteId>> read_sites_of(Database& database, const PractitionerId& id) {
  TRY(auto rows, database.prepare("SELECT work.site_id FROM work JOIN record ON record.number = work.practitioner "
                                  "WHERE record.kind = 1 AND record.id = ? ORDER BY work.site_id"));
  std::vector<SiteId> sites;
  TRY(bool more, rows.first(id.text()));
  while (more) {
    sites.emplace_back(rows.text(0));
    TRY(more, rows.next());
  }
  return sites;
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::filesystem::path& path, const DatabaseOptions& options)
      : path_(path), options_(options), readers_(path, options) {}

  Result<Revision> revision() override {
    return readers_.with([](Reader& reader) -> Result<Revision> {
      TRY(const auto newest, reader.database.read_number("SELECT coalesce(max(revision), 0) FROM change_log"));
      return static_cast<Revision>(newest);
    });
  }

  Result<StoreCounts> counts() override {
    TRY(const auto summaries, sources());
    StoreCounts counts;
    for (const auto& [source, standing] : summaries) {
      add(counts, SubjectKind::site, standing.sites);
      add(counts, SubjectKind::practitioner, standing.practitioners);
      add(counts, SubjectKind::claim, standing.claims);
    }
    return counts;
  }

  Result<std::vector<SourceSummary>> sources() override {
    return readers_.with([](Reader& reader) { return read_sources(reader.database); });
  }

  Result<std::unique_ptr<ImportSession>> begin_import(const Source& source) override {
    TRY(auto database, Database::open(path_, options_));
    TRY_VOID(set_up_connection(database));
    return SqliteImport::begin(std::move(database), source);
  }

  Result<std::vector<Result<EditOutcome>>> edit(std::span<const SiteEdit> edits) override {
    const std::scoped_lock one_at_a_time(editing_);
    if (!edits_) {
      TRY(edits_, open_edits());
    }
    auto made = edits_->make(edits);
    if (!made) edits_.reset();
    return made;
  }

  Result<UndoneImport> undo_import(const std::optional<SourceId>& source) override {
    TRY(auto database, Database::open(path_, options_));
    TRY_VOID(set_up_connection(database));
    return undo_last_import(database, source);
  }

  Result<std::optional<Listing>> find_listing(const SiteId& id) override {
    return readers_.with([&](Reader& reader) { return reader.listings.find(id); });
  }

  Result<std::optional<Practitioner>> find_practitioner(const PractitionerId& id) override {
    return readers_.with([&](Reader& reader) { return reader.listings.find(id); });
  }

  Result<std::vector<Site>> records_of(const SiteId& id) override {
    return readers_.with([&](Reader& reader) { return read_records_of_site(reader.database, id.text()); });
  }

  Result<std::vector<SiteId>> sites_of(const PractitionerId& id) override {
    return readers_.with([&](Reader& reader) { return read_sites_of(reader.database, id); });
  }

  Result<void> for_each_listing(const std::function<Result<void>(const Listing&)>& visit) override {
    return for_each_batch([&](UnreadListings unread) -> Result<void> {
      TRY(const auto listings, unread());
      for (const Listing& listing : listings) TRY_VOID(visit(listing));
      return {};
    });
  }

  Result<void> for_each_batch(const std::function<Result<void>(UnreadListings)>& visit) override {
    return readers_.with([&](Reader& reader) {
      return reader.listings.for_each_batch(
          [&](StoredListings stored) { return visit([stored = std::move(stored)] { return stored.read(); }); });
    });
  }

  Result<std::vector<Change>> changes_after(Revision revision, std::size_t limit) override {
    return readers_.with([&](Reader& reader) { return read_changes(reader.database, revision, limit); });
  }

 private:
  [[nodiscard]] Result<SqliteEdits> open_edits() const {
    TRY(auto database, Database::open(path_, options_));
    TRY_VOID(set_up_connection(database));
    return SqliteEdits::open(std::move(database));
  }

  std::filesystem::path path_;
  DatabaseOptions options_;
  ReaderPool readers_;
  std::mutex editing_;  ///< guards `edits_`
  std::optional<SqliteEdits> edits_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& path, const DatabaseOptions& options) {
  TRY(auto database, Database::open(path, options));
  TRY_VOID(bring_up_to_date(database, path));
  return std::make_unique<SqliteStore>(path, options);
}

}  // namespace nearme
