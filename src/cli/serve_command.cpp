#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/workspace.hpp"
#include "service/gathered_log.hpp"
#include "service/policy.hpp"
#include "service/server.hpp"

namespace nearme {
namespace {

/// Loopback and "any address" are best reached by a name that works in every browser.
std::string address_of(const ServeOptions& options, std::uint16_t port) {
  const bool is_local = options.listen == "127.0.0.1" || options.listen == "0.0.0.0" || options.listen == "::";
  const bool is_ipv6 = !is_local && options.listen.find(':') != std::string::npos;
  const auto host = is_local ? "localhost" : is_ipv6 ? "[" + options.listen + "]" : options.listen;
  return fmt::format("http://{}:{}", host, port);
}

/// What the command line says of the look of the pages, and who may change sites.
struct Asked {
  std::string look;  ///< its file; empty: the one of the data folder, where there is one
  std::string map_style;
  std::optional<std::string> origins;
  std::string token_file;
};

/// The token of the environment, or else of the file.
Result<OperatorToken> operator_token(const std::string& file) {
  const char* const given = std::getenv("NEARME_TOKEN");
  if (given != nullptr && *given != '\0') return OperatorToken::from(given);
  return file.empty() ? OperatorToken{} : OperatorToken::from_file(file);
}

Result<Look> look_of(const Asked& asked, const Workspace& workspace) {
  Look look;
  if (!asked.look.empty() || std::filesystem::exists(workspace.look_path())) {
    TRY(look, read_look(asked.look.empty() ? workspace.look_path() : std::filesystem::path(asked.look)));
  }
  if (!asked.map_style.empty()) look.map_style = asked.map_style;
  return look;
}

Result<ExitCode> serve(ServeOptions options, const Asked& asked, const Workspace& workspace) {
  TRY(options.look, look_of(asked, workspace));
  if (asked.origins) {
    TRY(options.allow_origin, read_origins(*asked.origins));
  } else if (!options.look.origins.empty()) {
    options.allow_origin = options.look.origins;
  }
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto gazetteer, workspace.built_in_gazetteer());
  TRY_VOID(workspace.open_gazetteer());
  TRY(const auto store, workspace.open_existing_store());
  TRY_VOID(workspace.open_index());
  options.image = workspace.image_path();
  options.gazetteers = workspace.gazetteer_path();
  gather_log();
  TRY(options.token, operator_token(asked.token_file));
  options.fold.emplace();
  TRY(auto server, Server::start(options, *store, catalogue, gazetteer));
  fmt::print("nearme listens on {}\n", address_of(options, server.port()));
  std::fflush(stdout);
  server.wait();
  if (server.is_folding()) {
    // Nothing of an image that is being made is seen before it is whole, so that it can be given up at any moment.
    std::fflush(nullptr);
    std::_Exit(static_cast<int>(ExitCode::done));
  }
  return ExitCode::done;
}

}  // namespace

void add_serve_command(CLI::App& application, Shared& shared) {
  auto options = std::make_shared<ServeOptions>();
  auto asked = std::make_shared<Asked>();
  auto* const command = application.add_subcommand("serve", "Answer over HTTP: the API and the pages");
  command->add_option("--port", options->port, "The port to listen on; 0 is any free one")->capture_default_str();
  command->add_option("--listen", options->listen, "The address to listen on")->capture_default_str();
  command->add_option("--token-file", asked->token_file,
                      "File with the token of those who may change sites; $NEARME_TOKEN holds the token itself");
  command->add_option("--threads", options->threads, "How many threads answer; 0 is one a core")->capture_default_str();
  command->add_option("--allow-origin", asked->origins,
                      "Whose pages may read the API and embed the component, such as \"https://a.example "
                      "https://b.example\"; \"\" is none but our own. When left out: those of the look, else any");
  command->add_option("--map-style", asked->map_style, "URL of a MapLibre style; the built-in map when left out");
  command->add_option("--look", asked->look, "The look of the pages, a TOML file; DATA/look.toml when left out");
  command->callback(
      [options, asked, &shared] { shared.exit_code = exit_code_of(serve(*options, *asked, Workspace{shared.data})); });
}

}  // namespace nearme
