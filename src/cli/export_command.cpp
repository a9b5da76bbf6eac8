#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/export_writer.hpp"
#include "cli/workspace.hpp"

namespace nearme {
namespace {

Result<ExitCode> export_all(ExportFormat format, const Workspace& workspace) {
  TRY(const auto store, workspace.open_existing_store());
  ExportWriter writer{format, stdout};
  TRY_VOID(store->for_each_listing([&](const Listing& listing) { return writer.write(listing.site); }));
  TRY_VOID(writer.finish());
  return ExitCode::done;
}

}  // namespace

void add_export_command(CLI::App& application, Shared& shared) {
  auto format = std::make_shared<ExportFormat>(ExportFormat::csv);
  auto* const command =
      application.add_subcommand("export", "Write all sites to the standard output, to be imported elsewhere");
  command->add_option("--format", *format, "csv, geojson or ndjson")
      ->transform(CLI::CheckedTransformer(std::map<std::string, ExportFormat>{
          {"csv", ExportFormat::csv}, {"geojson", ExportFormat::geojson}, {"ndjson", ExportFormat::ndjson}}));
  command->callback(
      [format, &shared] { shared.exit_code = exit_code_of(export_all(*format, Workspace{shared.data})); });
}

}  // namespace nearme
