#include <memory>
#include <optional>

#include <fmt/core.h>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/workspace.hpp"
#include "index/rebuild.hpp"
#include "intake/import.hpp"
#include "intake/mapping/guess.hpp"

namespace nearme {
namespace {

struct ImportOptions {
  std::string file;
  std::string format;
  std::string source;
  std::string report;
  std::string mapping;
  bool dry_run = false;
  bool guess = false;
};

Result<std::optional<Format>> chosen_format(const std::string& name) {
  if (name.empty()) return std::nullopt;
  TRY(const auto format, format_from(name));
  return format;
}

Result<void> refuse_url(const std::string& file) {
  if (file.find("://") == std::string::npos) return {};
  return fail(
      ErrorKind::invalid_input,
      "{} is an address, and nearme reads files; fetch it first, or pipe it: curl ... | nearme import - --source NAME",
      file);
}

/// The index follows the store and the calendar: it is made anew when something changed, when it was worked out for
/// another day (claims expire), or when there is none yet.
Result<void> bring_index_up_to_date(Store& store, const Catalogue& catalogue, const Workspace& workspace) {
  TRY(const auto revision, store.revision());
  const auto index = workspace.open_index();
  const Date today{std::chrono::floor<std::chrono::days>(now())};
  const bool is_current =
      index && (*index)->about().revision == static_cast<std::uint64_t>(revision) && (*index)->about().day == today;
  if (is_current) return {};
  ProgressBar bar("Making the index");
  return rebuild_image(store, catalogue, today, workspace.image_path(),
                       {.progress = [&](const RebuildProgress& progress) { bar.show(progress); }});
}

/// Writes a mapping beside nothing that is there already, and shows how it reads the first rows.
Result<ExitCode> guess(const ImportOptions& options, const Workspace& workspace) {
  TRY_VOID(refuse_url(options.file));
  const auto stem = std::filesystem::path(options.file).stem().string();
  const std::filesystem::path path = options.mapping.empty() ? stem + ".mapping.toml" : options.mapping;
  if (std::filesystem::exists(path)) {
    return fail(ErrorKind::invalid_input, "{} is there already; name another file with --mapping", path.string());
  }
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto gazetteer, workspace.open_gazetteer());
  ImportRequest request;
  request.file = options.file;
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

Result<ExitCode> import(const ImportOptions& options, const Workspace& workspace) {
  if (options.guess) return guess(options, workspace);
  TRY_VOID(refuse_url(options.file));
  TRY(auto mapping, chosen_mapping(options.mapping));
  TRY(const auto format, chosen_format(options.format));
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto gazetteer, workspace.open_gazetteer());
  TRY(const auto store, workspace.open_store());
  const ImportRequest request{.file = options.file,
                              .format = format,
                              .source = options.source,
                              .effect = options.dry_run ? Effect::dry_run : Effect::commit,
                              .mapping = std::move(mapping),
                              .now = now()};
  auto bar = std::make_optional<ProgressBar>("Importing " + options.file);
  TRY(const auto report,
      import_file(*store, catalogue, gazetteer, request, [&](const auto& progress) { bar->show(progress); }));
  bar.reset();
  fmt::print("{}", to_text(report, Terminal::of_output().has_colours() ? Paint::colour : Paint::plain));
  if (!options.report.empty()) TRY_VOID(replace_file(options.report, to_json(report) + "\n"));
  if (!options.dry_run) TRY_VOID(bring_index_up_to_date(*store, catalogue, workspace));
  return report.rows.rejected == 0 ? ExitCode::done : ExitCode::done_with_rejected_rows;
}

}  // namespace

void add_import_command(CLI::App& application, Shared& shared) {
  auto options = std::make_shared<ImportOptions>();
  auto* const command =
      application.add_subcommand("import", "Read sites, practitioners or claims from a file into the directory");
  command
      ->add_option(
          "FILE", options->file,
          "CSV, GeoJSON, NDJSON or OpenStreetMap file (.osm.pbf, .osm, .osm.gz, .osm.bz2); - is standard input")
      ->required();
  command->add_option("--format", options->format, "csv, geojson, ndjson or osm; told from the file when left out");
  command->add_option("--source", options->source,
                      "Name of the source, the same from one import to the next; the file's own name when left out");
  command->add_option("--report", options->report, "Write the whole report to this file, as JSON");
  command->add_option("--mapping", options->mapping,
                      "TOML file that says what the columns of a table mean; with --guess, the file to write");
  command->add_flag("--guess", options->guess,
                    "Import nothing: write a first mapping, and show five rows as it understands them");
  command->add_flag("--dry-run", options->dry_run, "Check and report, but change nothing");
  command->callback([options, &shared] { shared.exit_code = exit_code_of(import(*options, Workspace{shared.data})); });
}

}  // namespace nearme
