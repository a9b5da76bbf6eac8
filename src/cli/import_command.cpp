#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "base/file.hpp"
#include "cli/bring_index_up_to_date.hpp"
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/workspace.hpp"
#include "intake/import.hpp"
#include "intake/mapping/guess.hpp"
#include "intake/report_since.hpp"

namespace nearme {
namespace {

struct ImportOptions {
  std::string file;
  std::string format;
  std::string source;
  std::string report;
  std::string mapping;
  std::string entry;
  bool dry_run = false;
  bool guess = false;
};

Result<std::optional<Format>> chosen_format(const std::string& name) {
  if (name.empty()) return std::nullopt;
  TRY(const auto format, format_from(name));
  return format;
}

/// Writes a mapping beside nothing that is there already, and shows how it reads the first rows.
Result<ExitCode> guess(const ImportOptions& options, const Workspace& workspace) {
  const auto stem = std::filesystem::path(options.file).stem().string();
  const std::filesystem::path path = options.mapping.empty() ? stem + ".mapping.toml" : options.mapping;
  if (std::filesystem::exists(path)) {
    return fail(ErrorKind::invalid_input, "{} is there already; name another file with --mapping", path.string());
  }
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto gazetteer, workspace.open_gazetteer());
  ImportRequest request;
  request.file = options.file;
  request.entry = options.entry;
  request.now = now();
  TRY(const auto guessed, guess_mapping_of(catalogue, gazetteer, request));
  TRY_VOID(replace_file(path, guessed.toml));
  for (const auto& row : guessed.rows) fmt::print("{}\n", row);
  fmt::print("{} has the mapping. Look through it, then: nearme import {} --mapping {} --dry-run\n", path.string(),
             options.file, path.string());
  return ExitCode::done;
}

Result<std::optional<Mapping>> chosen_mapping(const std::string& file) {
  if (file.empty()) return std::nullopt;
  TRY(auto mapping, read_mapping(file));
  return mapping;
}

/// As HTML or plain text where the file's ending says so, else as JSON.
std::string written_for(const std::filesystem::path& path, const ImportReport& report) {
  if (path.extension() == ".html" || path.extension() == ".htm") return to_html(report);
  if (path.extension() == ".txt") return to_text(report, Paint::plain);
  return to_json(report) + "\n";
}

/// Compares the report with that of the last import of its source, and keeps it for the next.
Result<void> compare_with_last(ImportReport& report, const Workspace& workspace) {
  const auto path = workspace.report_path(report.source);
  if (const auto before = read_file(path)) report.since_last = since_last(report, *before);
  // Nothing was read when the server had nothing new, and a dry run leaves no trace.
  if (report.dry_run || report.rows.read == 0) return {};
  std::error_code failure;
  std::filesystem::create_directories(path.parent_path(), failure);
  return replace_file(path, to_json(report) + "\n");
}

Result<ExitCode> import(const ImportOptions& options, const Workspace& workspace) {
  if (options.guess) return guess(options, workspace);
  TRY(auto mapping, chosen_mapping(options.mapping));
  TRY(const auto format, chosen_format(options.format));
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto gazetteer, workspace.open_gazetteer());
  TRY(const auto store, workspace.open_store());
  const ImportRequest request{.file = options.file,
                              .format = format,
                              .source = options.source,
                              .effect = options.dry_run ? Effect::dry_run : Effect::commit,
                              .downloads = workspace.downloads_path(),
                              .entry = options.entry,
                              .mapping = std::move(mapping),
                              .now = now()};
  auto bar = std::make_optional<ProgressBar>("Importing " + options.file);
  TRY(auto report,
      import_file(*store, catalogue, gazetteer, request, [&](const auto& progress) { bar->show(progress); }));
  bar.reset();
  TRY_VOID(compare_with_last(report, workspace));
  fmt::print("{}", to_text(report, Terminal::of_output().has_colours() ? Paint::colour : Paint::plain));
  if (!options.report.empty()) TRY_VOID(replace_file(options.report, written_for(options.report, report)));
  if (!options.dry_run) TRY_VOID(bring_index_up_to_date(*store, catalogue, workspace));
  return report.rows.rejected == 0 ? ExitCode::done : ExitCode::done_with_rejected_rows;
}

}  // namespace

void add_import_command(CLI::App& application, Shared& shared) {
  auto options = std::make_shared<ImportOptions>();
  auto* const command =
      application.add_subcommand("import", "Read sites, practitioners or claims from a file into the directory");
  command
      ->add_option("FILE", options->file,
                   "File or address (http, https): CSV, ODS, GeoJSON, NDJSON, OpenStreetMap or a register's own "
                   "format, plain or packed "
                   "with gzip, bzip2, zstd or zip; - is standard input")
      ->required();
  command->add_option("--format", options->format,
                      "csv, geojson, ndjson, osm, nppes, cqc, nhs-ods, fhir or hsds; told from the file when left out");
  command->add_option("--source", options->source,
                      "Name of the source, the same from one import to the next; the file's own name when left out");
  command->add_option(
      "--report", options->report,
      "Write the whole report to this file: as JSON, or as HTML or text when its name ends in .html or .txt");
  command->add_option("--entry", options->entry, "Which file of a ZIP archive to read");
  command->add_option("--mapping", options->mapping,
                      "TOML file that says what the columns of a table mean; with --guess, the file to write");
  command->add_flag("--guess", options->guess,
                    "Import nothing: write a first mapping, and show five rows as it understands them");
  command->add_flag("--dry-run", options->dry_run, "Check and report, but change nothing");
  command->callback([options, &shared] { shared.exit_code = exit_code_of(import(*options, Workspace{shared.data})); });
}

}  // namespace nearme
