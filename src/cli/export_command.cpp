#include <array>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/export_writer.hpp"
#include "cli/workplaces.hpp"
#include "cli/workspace.hpp"
#include "search/parameter_values.hpp"

namespace nearme {
namespace {

constexpr std::array kSubjects{std::pair{std::string_view("sites"), ExportSubject::sites},
                               std::pair{std::string_view("practitioners"), ExportSubject::practitioners},
                               std::pair{std::string_view("claims"), ExportSubject::claims}};
constexpr std::array kFormats{std::pair{std::string_view("csv"), ExportFormat::csv},
                              std::pair{std::string_view("geojson"), ExportFormat::geojson},
                              std::pair{std::string_view("ndjson"), ExportFormat::ndjson}};

struct Options {
  std::string what = "sites";
  std::string format = "csv";
};

Result<void> export_sites(Store& store, ExportWriter& writer) {
  return store.for_each_listing([&](const Listing& listing) { return writer.write(listing.site); });
}

/// Each once, though they may work at several sites.
Result<void> export_practitioners(Store& store, ExportWriter& writer) {
  TRY(const Workplaces workplaces, Workplaces::of(store));
  std::set<std::string> written;
  return store.for_each_listing([&](const Listing& listing) -> Result<void> {
    for (const Practitioner& practitioner : listing.practitioners) {
      if (!written.insert(practitioner.id.text()).second) continue;
      TRY_VOID(writer.write(workplaces.told_in_full(practitioner)));
    }
    return {};
  });
}

/// Those of somebody who works at several sites once.
Result<void> export_claims(Store& store, ExportWriter& writer) {
  std::set<std::string> written;
  return store.for_each_listing([&](const Listing& listing) -> Result<void> {
    std::set<std::string> here;
    for (const Claim& claim : listing.claims) {
      if (claim.subject_id != listing.site.id.text()) here.insert(claim.subject_id);
      if (!written.contains(claim.subject_id)) TRY_VOID(writer.write(claim));
    }
    written.merge(here);
    return {};
  });
}

Result<void> export_all(ExportSubject subject, Store& store, ExportWriter& writer) {
  switch (subject) {
    case ExportSubject::sites:
      return export_sites(store, writer);
    case ExportSubject::practitioners:
      return export_practitioners(store, writer);
    case ExportSubject::claims:
      return export_claims(store, writer);
  }
  return {};
}

Result<ExitCode> run(const Options& options, const Workspace& workspace) {
  TRY(const ExportSubject subject, choice_from("export", options.what, kSubjects));
  TRY(const ExportFormat format, choice_from("--format", options.format, kFormats));
  if (format == ExportFormat::geojson && subject != ExportSubject::sites)
    return fail(ErrorKind::invalid_input, "only sites have a place on a map; use --format csv or ndjson");
  TRY(const auto store, workspace.open_existing_records());
  ExportWriter writer{format, subject, stdout};
  TRY_VOID(export_all(subject, *store, writer));
  TRY_VOID(writer.finish());
  return ExitCode::done;
}

}  // namespace

void add_export_command(CLI::App& application, Shared& shared) {
  auto options = std::make_shared<Options>();
  auto* const command = application.add_subcommand(
      "export",
      "Write all sites, who works there, or what is claimed of both to the standard output, to be imported elsewhere");
  command->add_option("WHAT", options->what, "sites, practitioners or claims")->capture_default_str();
  command->add_option("--format", options->format, "csv, geojson (sites alone) or ndjson")->capture_default_str();
  command->callback([options, &shared] { shared.exit_code = exit_code_of(run(*options, Workspace{shared.data})); });
}

}  // namespace nearme
