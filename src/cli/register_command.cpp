#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/terminal.hpp"
#include "cli/workspace.hpp"
#include "index/rebuild.hpp"
#include "trust/import_register.hpp"

namespace nearme {
namespace {

struct RegisterOptions {
  std::string file;
  std::string id;
  std::string format;
  std::string mapping;
  std::string name;
  std::vector<std::string> also_called;
  std::string kind;
  std::string jurisdiction;
  std::string date;
  std::string link;
  std::string report;
  bool dry_run = false;
};

Date today() { return Date{std::chrono::floor<std::chrono::days>(now())}; }

Result<RegisterRequest> request_of(const RegisterOptions& options) {
  RegisterRequest request;
  request.file = options.file;
  request.about.id = RegisterId{options.id};
  request.about.name = options.name;
  request.about.also_called = options.also_called;
  request.about.jurisdiction = options.jurisdiction;
  request.about.link = options.link;
  request.about.imported_at = now();
  request.effect = options.dry_run ? Effect::dry_run : Effect::commit;
  if (!options.kind.empty()) {
    TRY(request.kind, register_kind_from(options.kind));
  }
  if (!options.date.empty()) {
    TRY(request.dated, parse_date(options.date));
  }
  if (!options.format.empty()) {
    TRY(request.format, register_format_from(options.format));
  }
  if (!options.mapping.empty()) {
    TRY(request.mapping, read_register_mapping(options.mapping));
  }
  return request;
}

/// What an index says of evidence follows the registers. There is nothing to do before sites are imported.
Result<void> remake_index(const Workspace& workspace) {
  TRY(const auto store, workspace.open_store());
  TRY(const auto counts, store->counts());
  if (counts.sites == 0) return {};
  TRY(const auto catalogue, workspace.load_catalogue());
  ProgressBar bar("Making the index");
  return rebuild_image(*store, catalogue, today(), workspace.image_path(),
                       {.progress = [&](const RebuildProgress& progress) { bar.show(progress); }});
}

Result<ExitCode> import(const RegisterOptions& options, const Workspace& workspace) {
  TRY(const auto request, request_of(options));
  TRY(const auto registers, workspace.open_registers());
  auto bar = std::make_optional<ProgressBar>("Importing " + options.file);
  TRY(const auto report, import_register(*registers, request, [&](const auto& progress) { bar->show(progress); }));
  bar.reset();
  fmt::print("{}", to_text(report));
  if (!options.report.empty()) TRY_VOID(replace_file(options.report, to_json(report) + "\n"));
  if (!options.dry_run) TRY_VOID(remake_index(workspace));
  return report.rows.rejected == 0 ? ExitCode::done : ExitCode::done_with_rejected_rows;
}

std::string age_words(Date dated) {
  const auto days = (std::chrono::sys_days{today()} - std::chrono::sys_days{dated}).count();
  return days == 1 ? "1 day" : fmt::format("{} days", days);
}

Result<ExitCode> list(const Workspace& workspace) {
  TRY(const auto registers, workspace.open_registers());
  TRY(const auto all, registers->list());
  const auto terminal = Terminal::of_output();
  if (all.empty()) {
    fmt::print("There are no registers yet; nearme register import FILE --register ID adds one.\n");
    return ExitCode::done;
  }
  fmt::print("{}\n", terminal.paint(fmt::format("{:<12} {:<34} {:<12} {:>9}  {:<10} {}", "register", "name", "kind",
                                                "entries", "dated", "age"),
                                    Tone::secondary));
  for (const auto& [about, entries] : all)
    fmt::print("{:<12} {:<34.34} {:<12} {:>9}  {:<10} {}\n", about.id.text(), about.name, to_string(about.kind),
               entries, format_date(about.dated), age_words(about.dated));
  return ExitCode::done;
}

void add_options_of_content(CLI::App& command, RegisterOptions& options) {
  command.add_option("--format", options.format, "csv, leie, nppes or cqc; told from the headers when left out");
  command.add_option("--mapping", options.mapping,
                     "TOML file that says what the columns and the words of status of a table mean");
  command.add_option("--report", options.report, "Write the whole report to this file, as JSON");
  command.add_flag("--dry-run", options.dry_run, "Check and report, but change nothing");
}

void add_options_of_register(CLI::App& command, RegisterOptions& options) {
  command.add_option("--register", options.id, "Its id, the same from one file to the next: gmc, cqc, leie")
      ->required();
  command.add_option("--name", options.name, "Its name as people are told it");
  command.add_option("--also-called", options.also_called,
                     "What practitioners write for it, such as GMC; may be given several times");
  command.add_option("--kind", options.kind,
                     "registration (being on it speaks for somebody), identity (says only who they are) or exclusion");
  command.add_option("--jurisdiction", options.jurisdiction, "As in ISO 3166: GB, US-TX");
  command.add_option("--date", options.date,
                     "The day as of which the file speaks: 2026-11-22; else when it was written");
  command.add_option("--link", options.link, "Where to look an entry up; {number} stands for its number");
}

void add_import(CLI::App& parent, Shared& shared) {
  auto options = std::make_shared<RegisterOptions>();
  auto* const command =
      parent.add_subcommand("import", "Read the newest file of a register, in place of the one before");
  command->add_option("FILE", options->file, "CSV; the formats of LEIE, NPPES and CQC are known")->required();
  add_options_of_register(*command, *options);
  add_options_of_content(*command, *options);
  command->callback([options, &shared] { shared.exit_code = exit_code_of(import(*options, Workspace{shared.data})); });
}

}  // namespace

void add_register_command(CLI::App& application, Shared& shared) {
  auto* const command =
      application.add_subcommand("register", "Registers and lists of exclusions, against which claims are checked");
  command->require_subcommand(1);
  command->fallthrough();
  add_import(*command, shared);
  auto* const listing =
      command->add_subcommand("list", "Show the registers, how many entries they have and how old they are");
  listing->callback([&shared] { shared.exit_code = exit_code_of(list(Workspace{shared.data})); });
}

}  // namespace nearme
