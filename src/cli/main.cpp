#include <exception>

#include "cli/command.hpp"

namespace {

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
  nearme::add_index_command(application, shared);
  nearme::add_find_command(application, shared);
  nearme::add_serve_command(application, shared);
  nearme::add_export_command(application, shared);
  nearme::add_status_command(application, shared);
  try {
    application.parse(argument_count, arguments);
  } catch (const CLI::ParseError& wrong_use) {
    return application.exit(wrong_use) == 0 ? nearme::ExitCode::done : nearme::ExitCode::wrong;
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
