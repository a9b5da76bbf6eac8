#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "cli/workspace.hpp"
#include "store/sqlite/sqlite_matches.hpp"

namespace nearme {
namespace {

std::string size_words(std::uintmax_t bytes) {
  constexpr double kKilobyte = 1e3;
  constexpr double kMegabyte = 1e6;
  const auto count = static_cast<double>(bytes);
  return count < kMegabyte ? fmt::format("{:.0f} kB", count / kKilobyte) : fmt::format("{:.1f} MB", count / kMegabyte);
}

void print_sources(const std::vector<SourceSummary>& sources, const Terminal& terminal) {
  fmt::print("\n{}\n", terminal.paint(fmt::format("{:<28} {:<8} {:>10} {:>10}  {}", "source", "format", "sites",
                                                  "others", "imported"),
                                      Tone::secondary));
  for (const auto& [source, standing] : sources) {
    fmt::print("{:<28} {:<8} {:>10} {:>10}  {}\n", source.id.text(), source.format, standing.sites,
               standing.practitioners + standing.claims, format_instant(source.imported_at));
  }
}

void print_index(const Workspace& workspace, Revision revision, const Terminal& terminal) {
  const auto index = workspace.open_index();
  if (!index) {
    fmt::print("{:<14} {}\n", "index", terminal.paint(index.error().message, Tone::caution));
    return;
  }
  const auto& about = (*index)->about();
  const bool is_current = about.revision == static_cast<std::uint64_t>(revision);
  fmt::print("{:<14} {} sites, {}, worked out for {}, {}\n", "index", (*index)->size(),
             size_words(std::filesystem::file_size(workspace.image_path())), format_date(about.day),
             is_current ? terminal.paint("up to date", Tone::good)
                        : terminal.paint("older than the store; run: nearme index", Tone::caution));
}

void print_gazetteer(const Workspace& workspace, const Terminal& terminal) {
  if (const auto built_in = workspace.built_in_gazetteer())
    fmt::print("{:<14} {} places built in\n", "gazetteer", built_in->size());
  const auto imported = workspace.gazetteer_folder().list();
  if (!imported) {
    fmt::print("{:<14} {}\n", "", terminal.paint(imported.error().message, Tone::caution));
    return;
  }
  for (const auto& each : *imported) {
    fmt::print("{:<14} {}: {} places, {} postcodes, {}, from {}, imported {}\n", "", each.name, each.localities,
               each.postcodes, size_words(each.bytes), each.source, each.imported_at);
  }
}

/// "1204, of 1390 records" where records of several sources were put together, else the number alone. What has come
/// since they were is not put together yet.
Result<std::string> sites_words(const Workspace& workspace, std::uint64_t records) {
  TRY(auto matches, workspace.open_matches());
  TRY(const auto groups, matches.groups());
  TRY(const bool is_current, matches.are_current());
  std::uint64_t hidden = 0;
  for (const auto& members : groups) hidden += members.size() - 1;
  if (hidden == 0 || hidden > records) return fmt::format("{}", records);
  return fmt::format("{}{}, of {} records", is_current ? "" : "about ", records - hidden, records);
}

Result<ExitCode> show_status(const Workspace& workspace) {
  const auto terminal = Terminal::of_output();
  TRY(const auto store, workspace.open_existing_store());
  TRY(const auto counts, store->counts());
  TRY(const auto revision, store->revision());
  TRY(const auto sources, store->sources());
  TRY(const auto sites, sites_words(workspace, counts.sites));
  fmt::print("{:<14} {}\n", "sites", sites);
  fmt::print("{:<14} {}\n", "practitioners", counts.practitioners);
  fmt::print("{:<14} {}\n", "claims", counts.claims);
  fmt::print("{:<14} revision {}, {}\n", "store", static_cast<std::uint64_t>(revision),
             size_words(std::filesystem::file_size(workspace.store_path())));
  print_index(workspace, revision, terminal);
  print_gazetteer(workspace, terminal);
  print_sources(sources, terminal);
  return ExitCode::done;
}

}  // namespace

void add_status_command(CLI::App& application, Shared& shared) {
  auto* const command =
      application.add_subcommand("status", "Show what the directory holds, where it came from, and how fresh it is");
  command->callback([&shared] { shared.exit_code = exit_code_of(show_status(Workspace{shared.data})); });
}

}  // namespace nearme
