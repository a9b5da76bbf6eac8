#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/bring_index_up_to_date.hpp"
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/workspace.hpp"
#include "index/rebuild.hpp"

namespace nearme {
namespace {

Result<ExitCode> rebuild(const Workspace& workspace) {
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto store, workspace.open_existing_store());
  TRY_VOID(bring_matches_up_to_date(workspace));
  const Date today{std::chrono::floor<std::chrono::days>(now())};
  auto bar = std::make_optional<ProgressBar>("Making the index");
  TRY_VOID(rebuild_image(*store, catalogue, today, workspace.image_path(),
                         {.progress = [&](const RebuildProgress& progress) { bar->show(progress); }}));
  bar.reset();
  TRY(const auto index, workspace.open_index());
  fmt::print("{} sites in {}\n", index->size(), workspace.image_path().string());
  return ExitCode::done;
}

}  // namespace

void add_index_command(CLI::App& application, Shared& shared) {
  auto* const command = application.add_subcommand("index", "Make the index anew from the store");
  command->callback([&shared] { shared.exit_code = exit_code_of(rebuild(Workspace{shared.data})); });
}

}  // namespace nearme
