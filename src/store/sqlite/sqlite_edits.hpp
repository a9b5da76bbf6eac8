#pragma once

#include <span>
#include <vector>

#include "store/sqlite/database.hpp"
#include "store/store.hpp"

namespace nearme {

/// Makes the operator's edits over one connection, which is kept from one transaction to the next: preparing costs more
/// than an edit. One thread at a time.
class SqliteEdits {
 public:
  [[nodiscard]] static Result<SqliteEdits> open(Database database);

  /// One transaction. On an error it is taken back, and the connection should not be used again.
  [[nodiscard]] Result<std::vector<Result<EditOutcome>>> make(std::span<const SiteEdit> edits);

 private:
  struct Statements {
    SqlStatement find;
    SqlStatement insert;
    SqlStatement update;
    SqlStatement retire;
    SqlStatement cover;
    SqlStatement log;
  };

  /// The record of a site that is seen, or was until it was retired.
  struct Seen {
    std::int64_t number;
    bool is_edit;
    bool retired;
    SourceId source;
    std::string content;
  };

  SqliteEdits(Database database, Statements statements)
      : database_(std::move(database)), statements_(std::move(statements)) {}

  [[nodiscard]] Result<std::vector<Result<EditOutcome>>> make_all(std::span<const SiteEdit> edits);
  [[nodiscard]] Result<void> begin();
  [[nodiscard]] Result<EditOutcome> make(const SiteEdit& edit);
  [[nodiscard]] Result<EditOutcome> put(const Site& site, std::string content);
  [[nodiscard]] Result<EditOutcome> remove(const SiteId& id);
  [[nodiscard]] Result<std::optional<Seen>> find(const SiteId& id);
  [[nodiscard]] Result<void> insert(const SiteId& id, std::string_view content, bool retired);
  [[nodiscard]] Result<void> log(const SiteId& id, bool retired);

  Database database_;
  Statements statements_;
  std::int64_t source_number_ = 0;
  std::int64_t revision_ = 0;
};

}  // namespace nearme
