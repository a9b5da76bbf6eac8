#include <algorithm>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/command.hpp"

namespace {

/// A first word that is no command is what went wrong, whatever the parser complains about.
nearme::ExitCode report_wrong_use(const CLI::App& application, const CLI::ParseError& wrong_use,
                                  std::string_view first) {
  const auto commands = application.get_subcommands([](const CLI::App*) { return true; });
  const bool is_command =
      std::ranges::any_of(commands, [&](const CLI::App* each) { return each->get_name() == first; });
  if (wrong_use.get_exit_code() == 0 || first.empty() || first.starts_with('-') || is_command) {
    return application.exit(wrong_use) == 0 ? nearme::ExitCode::done : nearme::ExitCode::wrong;
  }
  std::string names;
  for (const auto* command : commands) names += (names.empty() ? "" : ", ") + command->get_name();
  return nearme::report_error({.message = fmt::format("there is no command '{}'; there are {}", first, names)});
}

nearme::ExitCode run(int argument_count, char** arguments) {
  CLI::App application{"nearme: which clinics offer a treatment near a place, and what is known of them"};
  application.set_version_flag("--version", "nearme " NEARME_VERSION);
  application.require_subcommand(1);
  application.fallthrough();
  nearme::Shared shared;
  application.add_option("--data", shared.data, "The folder that holds the store and the index")
      ->envname("NEARME_DATA")
      ->capture_default_str();
  nearme::add_import_command(application, shared);
  nearme::add_rollback_command(application, shared);
  nearme::add_matches_command(application, shared);
  nearme::add_register_command(application, shared);
  nearme::add_index_command(application, shared);
  nearme::add_gazetteer_command(application, shared);
  nearme::add_find_command(application, shared);
  nearme::add_serve_command(application, shared);
  nearme::add_export_command(application, shared);
  nearme::add_status_command(application, shared);
  try {
    application.parse(argument_count, arguments);
  } catch (const CLI::ParseError& wrong_use) {
    return report_wrong_use(application, wrong_use, argument_count > 1 ? arguments[1] : "");
  }
  return shared.exit_code;
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    return static_cast<int>(run(argument_count, arguments));
  } catch (const std::exception& unexpected) {
    fmt::print(stderr, "nearme: {}\n", unexpected.what());
    return static_cast<int>(nearme::ExitCode::wrong);
  }
}
