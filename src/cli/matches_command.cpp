#include <algorithm>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <fmt/ranges.h>

#include "base/json.hpp"
#include "base/json_text.hpp"
#include "cli/bring_index_up_to_date.hpp"
#include "cli/command.hpp"
#include "cli/workspace.hpp"
#include "directory/merged_site.hpp"
#include "store/sqlite/sqlite_matches.hpp"

namespace nearme {
namespace {

struct MatchesOptions {
  bool json = false;
  std::string a;
  std::string b;
  std::vector<std::string> sources;
};

/// How a record is shown beside another.
struct Shown {
  std::string id;
  std::string name;
  std::string source;
  std::string address;
};

Result<Shown> shown(SqliteMatches& matches, const std::string& id) {
  TRY(const auto records, matches.records_of(id));
  const auto found = std::ranges::find(records, id, [](const Site& site) { return site.id.text(); });
  if (found == records.end()) return Shown{.id = id, .name = {}, .source = {}, .address = {}};
  const auto& address = found->address;
  std::vector<std::string> parts{address.street, address.postcode, address.city};
  std::erase(parts, "");
  return Shown{.id = id,
               .name = found->name,
               .source = found->source.text(),
               .address = fmt::format("{}", fmt::join(parts, ", "))};
}

void put(JsonText& json, std::string_view key, const Shown& record) {
  json.key(key);
  json.open_object();
  json.field("id", record.id);
  json.field("name", record.name);
  json.field("source", record.source);
  json.field_unless_empty("address", record.address);
  json.close_object();
}

Result<void> put_doubts(JsonText& json, SqliteMatches& matches) {
  TRY(const auto doubts, matches.doubts());
  json.key("doubtful");
  json.open_array();
  for (const auto& doubt : doubts) {
    TRY(const auto a, shown(matches, doubt.pair.a));
    TRY(const auto b, shown(matches, doubt.pair.b));
    json.open_object();
    put(json, "a", a);
    put(json, "b", b);
    json.field("score", doubt.score);
    json.field("why", doubt.why);
    json.close_object();
  }
  json.close_array();
  return {};
}

Result<void> put_decisions(JsonText& json, SqliteMatches& matches) {
  TRY(const auto decisions, matches.decisions());
  json.key("decided");
  json.open_array();
  for (const auto& [pair, is_one] : decisions) {
    json.open_object();
    json.field("a", pair.a);
    json.field("b", pair.b);
    json.field("decision", is_one ? "accepted" : "rejected");
    json.close_object();
  }
  json.close_array();
  return {};
}

Result<void> put_groups(JsonText& json, SqliteMatches& matches) {
  TRY(const auto groups, matches.groups());
  json.key("merged");
  json.open_array();
  for (const auto& group : groups) {
    json.open_array();
    for (const auto& member : group) json.value(member);
    json.close_array();
  }
  json.close_array();
  return {};
}

Result<ExitCode> list_as_json(SqliteMatches& matches) {
  JsonText json;
  json.open_object();
  TRY_VOID(put_doubts(json, matches));
  TRY_VOID(put_decisions(json, matches));
  TRY_VOID(put_groups(json, matches));
  TRY(const auto trust, matches.trust());
  json.key("trust");
  json.open_array();
  for (const auto& source : trust) json.value(source.text());
  json.close_array();
  json.close_object();
  fmt::print("{}\n", json.take());
  return ExitCode::done;
}

void print(const Shown& record) {
  fmt::print("  {}  {} ({})\n", record.id, record.name.empty() ? "no longer there" : record.name, record.source);
  if (!record.address.empty()) fmt::print("      {}\n", record.address);
}

Result<ExitCode> list(const MatchesOptions& options, const Workspace& workspace) {
  TRY(auto matches, workspace.open_matches());
  if (options.json) return list_as_json(matches);
  TRY(const auto doubts, matches.doubts());
  TRY(const auto groups, matches.groups());
  for (const auto& doubt : doubts) {
    TRY(const auto a, shown(matches, doubt.pair.a));
    TRY(const auto b, shown(matches, doubt.pair.b));
    fmt::print("{} points: {}\n", doubt.score, doubt.why);
    print(a);
    print(b);
    fmt::print("\n");
  }
  fmt::print("doubtful pairs: {}; sites of several sources: {}\n", doubts.size(), groups.size());
  if (!doubts.empty()) fmt::print("decide with: nearme matches accept A B, or reject A B; undo A B takes it back\n");
  return ExitCode::done;
}

/// Groups and index follow what was decided.
Result<ExitCode> settle(const Workspace& workspace) {
  TRY(const auto store, workspace.open_existing_store());
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY_VOID(bring_index_up_to_date(*store, catalogue, workspace));
  return ExitCode::done;
}

Result<ExitCode> decide(const MatchesOptions& options, const Workspace& workspace, bool is_one) {
  TRY(auto matches, workspace.open_matches());
  if (options.a == options.b) return fail(ErrorKind::invalid_input, "'{}' is named twice; name two sites", options.a);
  for (const auto& id : {options.a, options.b}) {
    TRY(const auto records, matches.records_of(id));
    const bool stands = std::ranges::any_of(records, [&](const Site& site) { return site.id.text() == id; });
    if (!stands) return fail(ErrorKind::not_found, "no source has a site '{}'; nearme matches lists the doubtful", id);
  }
  TRY_VOID(matches.decide({.pair = pair_of(options.a, options.b), .is_one = is_one}));
  fmt::print("{} and {} are {}\n", options.a, options.b, is_one ? "one" : "two");
  return settle(workspace);
}

Result<ExitCode> undo(const MatchesOptions& options, const Workspace& workspace) {
  TRY(auto matches, workspace.open_matches());
  TRY(const bool was_there, matches.undo(pair_of(options.a, options.b)));
  if (!was_there) return fail(ErrorKind::not_found, "nothing was decided of {} and {}", options.a, options.b);
  fmt::print("what was decided of {} and {} is undone\n", options.a, options.b);
  return settle(workspace);
}

Result<ExitCode> trust(const MatchesOptions& options, const Workspace& workspace) {
  TRY(auto matches, workspace.open_matches());
  TRY(const auto store, workspace.open_existing_store());
  TRY(const auto known, store->sources());
  std::vector<SourceId> sources;
  for (const auto& name : options.sources) {
    const bool is_known = std::ranges::any_of(known, [&](const auto& one) { return one.source.id.text() == name; });
    if (!is_known) return fail(ErrorKind::not_found, "there is no source '{}'; nearme status lists them", name);
    sources.emplace_back(name);
  }
  TRY_VOID(matches.put_trust(sources));
  fmt::print("the order of trust: {}\n", fmt::join(options.sources, ", "));
  return settle(workspace);
}

void put_said(JsonText& json, const FieldOrigin::Said& said) {
  json.field("source", said.source.text());
  json.key("value");
  json.raw(said.value);
}

std::string as_json(const std::string& id, const std::vector<FieldOrigin>& origins) {
  JsonText json;
  json.open_object();
  json.field("id", id);
  json.key("fields");
  json.open_array();
  for (const auto& origin : origins) {
    json.open_object();
    json.field("field", origin.field);
    put_said(json, origin.won);
    json.key("others");
    json.open_array();
    for (const auto& said : origin.lost) {
      json.open_object();
      put_said(json, said);
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take();
}

Result<ExitCode> show(const MatchesOptions& options, const Workspace& workspace) {
  TRY(auto matches, workspace.open_matches());
  TRY(const auto records, matches.records_of(options.a));
  if (records.empty()) return fail(ErrorKind::not_found, "no source has a site '{}'", options.a);
  const auto origins = origins_of(records);
  if (options.json) {
    fmt::print("{}\n", as_json(records.front().id.text(), origins));
    return ExitCode::done;
  }
  fmt::print("{}, of {} records; each field is that of the most trusted source that has it\n",
             records.front().id.text(), records.size());
  for (const auto& [field, won, lost] : origins) {
    fmt::print("  {}: {} ({})\n", field, won.value, won.source.text());
    for (const auto& said : lost) fmt::print("      not {} ({})\n", said.value, said.source.text());
  }
  return ExitCode::done;
}

CLI::App* add_for_pair(CLI::App& command, const char* name, const char* says, MatchesOptions& options) {
  auto* const one = command.add_subcommand(name, says);
  one->add_option("A", options.a, "Id of a site, as its source has it")->required();
  one->add_option("B", options.b, "Id of the other")->required();
  return one;
}

}  // namespace

void add_matches_command(CLI::App& application, Shared& shared) {
  auto options = std::make_shared<MatchesOptions>();
  auto* const command =
      application.add_subcommand("matches", "Records of several sources that may be one site: look, and decide");
  command->add_flag("--json", options->json, "Print JSON");
  command->require_subcommand(0, 1);
  const auto run = [&shared](auto work) {
    return [&shared, work] { shared.exit_code = exit_code_of(work(Workspace{shared.data})); };
  };
  command->final_callback([options, command, &shared] {
    if (command->get_subcommands().empty()) shared.exit_code = exit_code_of(list(*options, Workspace{shared.data}));
  });
  add_for_pair(*command, "accept", "The two are one", *options)->callback(run([options](const Workspace& workspace) {
    return decide(*options, workspace, true);
  }));
  add_for_pair(*command, "reject", "The two are two", *options)->callback(run([options](const Workspace& workspace) {
    return decide(*options, workspace, false);
  }));
  add_for_pair(*command, "undo", "Take back what was decided of the two", *options)
      ->callback(run([options](const Workspace& workspace) { return undo(*options, workspace); }));
  auto* const order = command->add_subcommand("trust", "Whom to believe: the most trusted source first");
  order->add_option("SOURCE", options->sources, "Names of sources")->required();
  order->callback(run([options](const Workspace& workspace) { return trust(*options, workspace); }));
  auto* const one =
      command->add_subcommand("show", "Which source each field of a site comes from, and what the others say");
  one->add_option("SITE", options->a, "Id of the site, or of any of its records")->required();
  one->add_flag("--json", options->json, "Print JSON");
  one->callback(run([options](const Workspace& workspace) { return show(*options, workspace); }));
}

}  // namespace nearme
