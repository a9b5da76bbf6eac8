#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace CLI {
class App;
}

namespace nearme {

/// Exit codes of the program: its contract with scripts.
enum class ExitCode : int { done = 0, done_with_rejected_rows = 1, wrong = 2 };

/// What every command shares: the data folder, and how it ended. Each command adds itself to the application by a
/// function `add_..._command(application, shared)`, reads its own options, and sets `exit_code` when it was called.
struct Shared {
  std::filesystem::path data = "nearme-data";
  ExitCode exit_code = ExitCode::done;
};

/// Says on the standard error stream what went wrong, in one sentence.
ExitCode report_error(const Error& error);

/// Ends a command: done, or its error reported.
ExitCode exit_code_of(const Result<ExitCode>& result);

void add_import_command(CLI::App& application, Shared& shared);
void add_rollback_command(CLI::App& application, Shared& shared);
void add_matches_command(CLI::App& application, Shared& shared);
void add_register_command(CLI::App& application, Shared& shared);
void add_index_command(CLI::App& application, Shared& shared);
void add_gazetteer_command(CLI::App& application, Shared& shared);
void add_find_command(CLI::App& application, Shared& shared);
void add_serve_command(CLI::App& application, Shared& shared);
void add_export_command(CLI::App& application, Shared& shared);
void add_status_command(CLI::App& application, Shared& shared);

}  // namespace nearme
