#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/bring_index_up_to_date.hpp"
#include "cli/command.hpp"
#include "cli/workspace.hpp"

namespace nearme {
namespace {

Result<ExitCode> rollback(const std::string& name, const Workspace& workspace) {
  TRY(const auto store, workspace.open_existing_store());
  TRY(const auto undone, store->undo_import(name.empty() ? std::nullopt : std::optional(SourceId(name))));
  // What servers said of their files holds for what was imported of them, and that is undone.
  std::error_code ignored;
  std::filesystem::remove_all(workspace.downloads_path(), ignored);
  fmt::print("the last import of {} is undone: {} records are as they were before it, {} that it had added are gone\n",
             undone.source.text(), undone.restored, undone.removed);
  if (undone.taken > 0) {
    fmt::print("{} could not come back: another source has their ids by now\n", undone.taken);
  }
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY_VOID(bring_index_up_to_date(*store, catalogue, workspace));
  return ExitCode::done;
}

}  // namespace

void add_rollback_command(CLI::App& application, Shared& shared) {
  auto source = std::make_shared<std::string>();
  auto* const command = application.add_subcommand("rollback", "Undo the last import of a source");
  command->add_option("--source", *source, "Name of the source; the one imported last when left out");
  command->callback([source, &shared] { shared.exit_code = exit_code_of(rollback(*source, Workspace{shared.data})); });
}

}  // namespace nearme
