#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/sqlite/database.hpp"
#include "store/sqlite/undo_log.hpp"
#include "store/store.hpp"

namespace nearme {

/// An import into an SQLite store: one connection, one transaction, prepared statements used again and again.
///
/// Keeps one bit for each record of the store in memory: whether it was put in this session. After an error of the
/// medium (a full disk, a lock) the session is spoilt: every later call gives that error, and nothing is committed.
class SqliteImport : public ImportSession {
 public:
  /// Takes the write lock, waiting as long as the database was told to.
  [[nodiscard]] static Result<std::unique_ptr<ImportSession>> begin(Database database, const Source& source);

  ~SqliteImport() override;
  SqliteImport(const SqliteImport&) = delete;
  SqliteImport& operator=(const SqliteImport&) = delete;

  Result<PutOutcome> put(const std::string& key, const Site& site) override;
  Result<PutOutcome> put(const std::string& key, const Practitioner& practitioner) override;
  Result<PutOutcome> put(const std::string& key, const Claim& claim) override;
  Result<std::uint64_t> retire_others(SubjectKind subject) override;
  Result<bool> retire(SubjectKind subject, const std::string& key) override;
  Result<Revision> commit() override;

 private:
  struct Statements {
    SqlStatement find_by_key;
    SqlStatement find_site;
    SqlStatement find_practitioner;
    SqlStatement insert;
    SqlStatement update;
    SqlStatement rename;
    SqlStatement retire;
    SqlStatement remove;
    SqlStatement log;
    SqlStatement standing;
    SqlStatement add_work;
    SqlStatement remove_work;
    SqlStatement sites_of_work;
  };

  /// A record as it is to be put.
  struct Incoming {
    SubjectKind kind;
    const std::string& key;
    const std::string& id;
    std::string content;
  };

  /// A record as it stands or stood, before the put.
  struct Standing {
    std::int64_t number;
    std::int64_t source;
    std::string id;
    bool retired;
    bool same_content;
    bool same_key;
    bool covered;  ///< by an edit of the operator
  };

  /// What a put did, and to which row.
  struct Put {
    PutOutcome outcome;
    std::int64_t number;
  };

  SqliteImport(Database database, Statements statements, Source source)
      : database_(std::move(database)), statements_(std::move(statements)), source_(std::move(source)) {}

  [[nodiscard]] static Result<Statements> prepare_all(Database& database);
  Result<void> note_source();

  Result<Put> put_record(const Incoming& incoming);
  Result<Put> try_put(const Incoming& incoming);
  Result<std::optional<Standing>> find_by_key(const Incoming& incoming);
  Result<std::optional<Standing>> find_by_id(const Incoming& incoming);
  Result<void> check_free(const Incoming& incoming, const Standing& standing) const;
  Result<Put> add(const Incoming& incoming);
  Result<Put> renew_beneath(const Incoming& incoming, const Standing& standing);
  Result<Put> renew(const Incoming& incoming, const Standing& standing);
  Result<void> rename(const Incoming& incoming, const Standing& standing);
  Result<void> log_former_sites(std::int64_t practitioner, const std::vector<SiteId>& sites);
  Result<void> replace_work(std::int64_t practitioner, const std::vector<SiteId>& sites);
  Result<void> log(SubjectKind kind, std::string_view id, std::int64_t retired);
  Result<std::uint64_t> try_retire_others(SubjectKind subject);
  Result<bool> try_retire(SubjectKind subject, const std::string& key);

  [[nodiscard]] bool was_put(std::int64_t number) const;
  void mark_put(std::int64_t number);

  /// Hands a result on, and remembers an error that spoils the session.
  template <class T>
  Result<T> remember(Result<T> result);

  Database database_;
  Statements statements_;
  Source source_;
  std::int64_t source_number_ = 0;
  std::int64_t revision_ = 0;
  std::vector<bool> put_;
  std::optional<UndoLog> undo_;
  std::optional<Error> spoilt_;
};

}  // namespace nearme
