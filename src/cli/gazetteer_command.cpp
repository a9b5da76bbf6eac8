#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/workspace.hpp"
#include "gazetteer/geonames/import.hpp"

namespace nearme {
namespace {

struct GazetteerImportOptions {
  GeoNamesFiles files;
  std::string report;
  bool dry_run = false;
};

Result<ExitCode> import(const GazetteerImportOptions& options, const Workspace& workspace) {
  TRY(const auto built_in, workspace.built_in_gazetteer());
  auto bar = std::make_unique<ProgressBar>("Reading " + options.files.dump.string());
  TRY(auto compiled, compile_geonames(options.files, built_in, now(), [&](const GazetteerProgress& progress) {
        bar->show({.bytes_read = progress.bytes_read, .bytes_in_all = progress.bytes_in_all, .rows = progress.rows});
      }));
  bar.reset();
  auto& report = compiled.report;
  report.dry_run = options.dry_run;
  if (!options.dry_run) {
    const auto folder = workspace.gazetteer_folder();
    TRY_VOID(folder.put(compiled.name, compiled.bytes));
    report.notes.push_back(fmt::format("kept in {}", folder.path_of(compiled.name).string()));
  }
  fmt::print("{}", to_text(report));
  if (!options.report.empty()) TRY_VOID(replace_file(options.report, to_json(report) + "\n"));
  return report.rejected_rows == 0 ? ExitCode::done : ExitCode::done_with_rejected_rows;
}

void add_import(CLI::App& gazetteer, Shared& shared) {
  auto options = std::make_shared<GazetteerImportOptions>();
  auto* const command =
      gazetteer.add_subcommand("import", "Lay a dump of GeoNames over the built-in gazetteer: places or postcodes");
  command
      ->add_option("FILE", options->files.dump,
                   "allCountries.txt, GB.txt, cities15000.txt or a dump of postcodes; plain, .zip or .gz")
      ->required();
  command->add_option("--alternate-names", options->files.other_names,
                      "alternateNames.txt or alternateNamesV2.txt: more names of the places");
  command->add_option("--admin1", options->files.regions,
                      "admin1CodesASCII.txt: names of regions that nearme does not know");
  command->add_option("--countries", options->files.countries,
                      "countryInfo.txt: names of countries that nearme does not know");
  command->add_option("--report", options->report, "Write the whole report to this file, as JSON");
  command->add_flag("--dry-run", options->dry_run, "Check and report, but change nothing");
  command->callback([options, &shared] { shared.exit_code = exit_code_of(import(*options, Workspace{shared.data})); });
}

}  // namespace

void add_gazetteer_command(CLI::App& application, Shared& shared) {
  auto* const command = application.add_subcommand("gazetteer", "Add to the places and postcodes that nearme knows");
  command->require_subcommand(1);
  command->fallthrough();
  add_import(*command, shared);
}

}  // namespace nearme
