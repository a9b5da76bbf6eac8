#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "directory/site.hpp"
#include "store/sqlite/database.hpp"
#include "store/store.hpp"

namespace nearme {

/// Two sites, by their ids, the smaller first.
struct SitePair {
  std::string a;
  std::string b;

  friend auto operator<=>(const SitePair&, const SitePair&) = default;
};

/// The same two in their order, whichever comes first.
SitePair pair_of(std::string one, std::string other);

/// Two records that may be one site: a person should look.
struct MatchDoubt {
  SitePair pair;
  int score = 0;
  std::string why;

  friend bool operator==(const MatchDoubt&, const MatchDoubt&) = default;
};

/// What the operator has decided of two records.
struct MatchDecision {
  SitePair pair;
  bool is_one = false;

  friend bool operator==(const MatchDecision&, const MatchDecision&) = default;
};

/// Which records are one site, and what is doubtful. A group has the ids of its members, two at least, the most trusted
/// first: that one leads, and its id is that of the site.
struct SiteMatches {
  std::vector<std::vector<std::string>> groups;
  std::vector<MatchDoubt> doubts;
};

/// The part of an SQLite store that says which records of several sources are one site. One connection; one thread at a
/// time. Errors: those of the database.
class SqliteMatches {
 public:
  /// The store must be there and of the present version.
  [[nodiscard]] static Result<SqliteMatches> open(const std::filesystem::path& path);

  /// Whether nothing has changed since the matches were worked out.
  [[nodiscard]] Result<bool> are_current();

  /// Whether more than one source has sites.
  [[nodiscard]] Result<bool> are_of_several_sources();

  /// Every standing record of a site, as its source has it; what the operator edits is none of them.
  [[nodiscard]] Result<void> for_each_record(const std::function<Result<void>(Site)>& visit);

  /// Replaces all groups and doubts, in one transaction. Sites that come to be hidden, seen or put together otherwise
  /// are changes in the change log, and so are those of which a member has changed since.
  [[nodiscard]] Result<void> replace(const SiteMatches& matches);

  [[nodiscard]] Result<std::vector<MatchDoubt>> doubts();
  [[nodiscard]] Result<std::vector<MatchDecision>> decisions();
  [[nodiscard]] Result<void> decide(const MatchDecision& decision);
  /// Gives whether there was a decision to undo.
  [[nodiscard]] Result<bool> undo(const SitePair& pair);

  [[nodiscard]] Result<std::vector<SourceId>> trust();
  [[nodiscard]] Result<void> put_trust(const std::vector<SourceId>& sources);

  /// The groups, by leader.
  [[nodiscard]] Result<std::vector<std::vector<std::string>>> groups();
  /// The records of the group that a site leads or belongs to, the most trusted first; the record alone where there is
  /// none, and nothing when it does not stand.
  [[nodiscard]] Result<std::vector<Site>> records_of(const std::string& site);

 private:
  explicit SqliteMatches(Database database) : database_(std::move(database)) {}

  Result<void> in_transaction(const std::function<Result<void>()>& work);
  Result<void> write(const SiteMatches& matches);
  Result<void> log_changes(const std::vector<std::vector<std::string>>& before, const SiteMatches& now);
  Result<std::vector<std::string>> changed_members();

  Database database_;
};

}  // namespace nearme
