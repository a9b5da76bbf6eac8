#include "store/sqlite/sqlite_matches.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/sqlite/record_json.hpp"
#include "store/sqlite/schema.hpp"
#include "store/sqlite/site_records.hpp"

namespace nearme {
namespace {

constexpr std::string_view kGroups = "SELECT leader, member FROM site_group ORDER BY leader, place";
using Group = std::vector<std::string>;

std::map<std::string, Group> by_member(const std::vector<Group>& groups) {
  std::map<std::string, Group> groups_of;
  for (const auto& group : groups) {
    for (const auto& member : group) groups_of[member] = group;
  }
  return groups_of;
}

}  // namespace

SitePair pair_of(std::string one, std::string other) {
  if (other < one) std::swap(one, other);
  return {.a = std::move(one), .b = std::move(other)};
}

Result<SqliteMatches> SqliteMatches::open(const std::filesystem::path& path) {
  TRY(auto database, Database::open(path, {}));
  TRY_VOID(set_up_connection(database));
  return SqliteMatches(std::move(database));
}

Result<bool> SqliteMatches::are_current() {
  TRY(const auto newest, database_.read_number("SELECT coalesce(max(revision), 0) FROM change_log"));
  TRY(const auto matched, database_.read_number("SELECT coalesce(max(revision), -1) FROM matched"));
  return newest == matched;
}

Result<bool> SqliteMatches::are_of_several_sources() {
  TRY(const auto sources,
      database_.read_number("SELECT count(*) FROM source WHERE id <> 'api' AND EXISTS (SELECT 1 "
                            "FROM record WHERE record.source = source.number AND kind = 0 AND retired = 0)"));
  return sources > 1;
}

Result<void> SqliteMatches::for_each_record(const std::function<Result<void>(Site)>& visit) {
  TRY(auto rows, database_.prepare("SELECT content FROM record WHERE kind = 0 AND retired = 0 "
                                   "AND source <> coalesce((SELECT number FROM source WHERE id = 'api'), 0)"));
  ContentReader reader;
  TRY(bool more, rows.first());
  while (more) {
    TRY(auto site, reader.site(rows.text(0)));
    TRY_VOID(visit(std::move(site)));
    TRY(more, rows.next());
  }
  return {};
}

Result<void> SqliteMatches::in_transaction(const std::function<Result<void>()>& work) {
  TRY_VOID(database_.run("BEGIN IMMEDIATE"));
  auto done = work();
  if (done) return database_.run("COMMIT");
  std::ignore = database_.run("ROLLBACK");
  return done;
}

Result<void> SqliteMatches::replace(const SiteMatches& matches) {
  return in_transaction([&]() -> Result<void> {
    TRY(const auto before, groups());
    TRY_VOID(log_changes(before, matches));
    return write(matches);
  });
}

Result<void> SqliteMatches::write(const SiteMatches& matches) {
  TRY_VOID(
      database_.run("DELETE FROM site_group; DELETE FROM match_doubt; DELETE FROM matched; "
                    "INSERT INTO matched SELECT coalesce(max(revision), 0) FROM change_log"));
  TRY(auto put_member, database_.prepare("INSERT INTO site_group (member, leader, place) VALUES (?, ?, ?)"));
  for (const auto& group : matches.groups) {
    for (std::size_t place = 0; place < group.size(); ++place) {
      TRY_VOID(put_member.run(group[place], group.front(), static_cast<std::int64_t>(place)));
    }
  }
  TRY(auto put_doubt, database_.prepare("INSERT INTO match_doubt (a, b, score, why) VALUES (?, ?, ?, ?)"));
  for (const auto& doubt : matches.doubts) {
    TRY_VOID(put_doubt.run(doubt.pair.a, doubt.pair.b, std::int64_t{doubt.score}, doubt.why));
  }
  return {};
}

/// Members of groups that have changed since the last time.
Result<std::vector<std::string>> SqliteMatches::changed_members() {
  TRY(auto rows, database_.prepare("SELECT DISTINCT change_log.id FROM change_log JOIN site_group "
                                   "ON site_group.member = change_log.id WHERE change_log.kind = 0 "
                                   "AND change_log.revision > coalesce((SELECT max(revision) FROM matched), 0)"));
  std::vector<std::string> members;
  TRY(bool more, rows.first());
  while (more) {
    members.emplace_back(rows.text(0));
    TRY(more, rows.next());
  }
  return members;
}

Result<void> SqliteMatches::log_changes(const std::vector<Group>& before, const SiteMatches& now) {
  const auto former = by_member(before);
  const auto present = by_member(now.groups);
  std::set<std::string> changed;
  const auto note_differing = [&](const auto& these, const auto& those) {
    for (const auto& [member, group] : these) {
      const auto other = those.find(member);
      if (other != those.end() && other->second == group) continue;
      changed.insert(member);
      changed.insert(group.front());
    }
  };
  note_differing(former, present);
  note_differing(present, former);
  TRY(const auto members, changed_members());
  for (const auto& member : members) {
    if (const auto group = present.find(member); group != present.end()) changed.insert(group->second.front());
  }
  TRY(auto revision, database_.read_number("SELECT coalesce(max(revision), 0) FROM change_log"));
  TRY(auto log, database_.prepare("INSERT INTO change_log (revision, kind, id, retired) VALUES (?, 0, ?, ?)"));
  for (const auto& id : changed) {
    const auto group = present.find(id);
    const bool is_hidden = group != present.end() && group->second.front() != id;
    TRY_VOID(log.run(++revision, id, std::int64_t{is_hidden ? 1 : 0}));
  }
  return {};
}

Result<std::vector<MatchDoubt>> SqliteMatches::doubts() {
  TRY(auto rows, database_.prepare("SELECT a, b, score, why FROM match_doubt ORDER BY score DESC, a, b"));
  std::vector<MatchDoubt> doubts;
  TRY(bool more, rows.first());
  while (more) {
    doubts.push_back({.pair = {.a = std::string(rows.text(0)), .b = std::string(rows.text(1))},
                      .score = static_cast<int>(rows.number(2)),
                      .why = std::string(rows.text(3))});
    TRY(more, rows.next());
  }
  return doubts;
}

Result<std::vector<MatchDecision>> SqliteMatches::decisions() {
  TRY(auto rows, database_.prepare("SELECT a, b, is_one FROM match_decision ORDER BY a, b"));
  std::vector<MatchDecision> decisions;
  TRY(bool more, rows.first());
  while (more) {
    decisions.push_back(
        {.pair = {.a = std::string(rows.text(0)), .b = std::string(rows.text(1))}, .is_one = rows.number(2) != 0});
    TRY(more, rows.next());
  }
  return decisions;
}

Result<void> SqliteMatches::decide(const MatchDecision& decision) {
  return in_transaction([&]() -> Result<void> {
    TRY(auto put, database_.prepare("INSERT OR REPLACE INTO match_decision (a, b, is_one) VALUES (?, ?, ?)"));
    TRY_VOID(put.run(decision.pair.a, decision.pair.b, std::int64_t{decision.is_one ? 1 : 0}));
    return database_.run("DELETE FROM matched");
  });
}

Result<bool> SqliteMatches::undo(const SitePair& pair) {
  bool was_there = false;
  const auto undone = in_transaction([&]() -> Result<void> {
    TRY(auto remove, database_.prepare("DELETE FROM match_decision WHERE a = ? AND b = ?"));
    TRY_VOID(remove.run(pair.a, pair.b));
    was_there = database_.rows_changed() > 0;
    return database_.run("DELETE FROM matched");
  });
  if (!undone) return std::unexpected(undone.error());
  return was_there;
}

Result<std::vector<SourceId>> SqliteMatches::trust() {
  TRY(auto rows, database_.prepare("SELECT source FROM source_trust ORDER BY place"));
  std::vector<SourceId> sources;
  TRY(bool more, rows.first());
  while (more) {
    sources.emplace_back(std::string(rows.text(0)));
    TRY(more, rows.next());
  }
  return sources;
}

Result<void> SqliteMatches::put_trust(const std::vector<SourceId>& sources) {
  return in_transaction([&]() -> Result<void> {
    TRY_VOID(database_.run("DELETE FROM source_trust; DELETE FROM matched"));
    TRY(auto put, database_.prepare("INSERT INTO source_trust (source, place) VALUES (?, ?)"));
    for (std::size_t place = 0; place < sources.size(); ++place) {
      TRY_VOID(put.run(sources[place].text(), static_cast<std::int64_t>(place)));
    }
    return {};
  });
}

Result<std::vector<Group>> SqliteMatches::groups() {
  TRY(auto rows, database_.prepare(kGroups));
  std::vector<Group> groups;
  TRY(bool more, rows.first());
  while (more) {
    if (groups.empty() || groups.back().front() != rows.text(0)) groups.emplace_back();
    groups.back().emplace_back(rows.text(1));
    TRY(more, rows.next());
  }
  return groups;
}

Result<std::vector<Site>> SqliteMatches::records_of(const std::string& site) {
  return read_records_of_site(database_, site);
}

}  // namespace nearme
