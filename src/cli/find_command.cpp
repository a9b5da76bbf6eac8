#include <charconv>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/answer_text.hpp"
#include "cli/command.hpp"
#include "cli/workspace.hpp"
#include "search/answer_json.hpp"
#include "search/request_from_parameters.hpp"
#include "search/search.hpp"
#include "service/pages/look/look.hpp"

namespace nearme {
namespace {

struct FindOptions {
  std::string query;
  std::string at;
  std::string limit = "10";
  std::string sort;
  bool as_json = false;
  bool explain = false;
};

/// "53.8,-1.55" as the two parameters of a search.
Result<void> add_position(Parameters& parameters, const std::string& at) {
  if (at.empty()) return {};
  const auto comma = at.find(',');
  if (comma == std::string::npos) return fail_parameter("at", "--at: '{}' is not LAT,LON such as 53.8,-1.55", at);
  parameters.emplace_back("lat", at.substr(0, comma));
  parameters.emplace_back("lon", at.substr(comma + 1));
  return {};
}

Result<Parameters> parameters_of(const FindOptions& options) {
  Parameters parameters{{"q", options.query}, {"limit", options.limit}, {"sort", options.sort}};
  TRY_VOID(add_position(parameters, options.at));
  if (options.explain) parameters.emplace_back("explain", "1");
  return parameters;
}

/// The operator's choice of whose law says what may be shown, from the look of the data folder; empty without one.
Result<std::string> jurisdiction_of(const Workspace& workspace) {
  if (!std::filesystem::exists(workspace.look_path())) return std::string{};
  TRY(const auto look, read_look(workspace.look_path()));
  return look.jurisdiction;
}

Result<ExitCode> find(const FindOptions& options, const Workspace& workspace) {
  TRY(const auto catalogue, workspace.load_catalogue());
  TRY(const auto gazetteer, workspace.open_gazetteer());
  TRY(const auto index, workspace.open_index());
  TRY(const auto parameters, parameters_of(options));
  TRY(const auto request, search_request_from(parameters, catalogue, now()));
  const Search search{index, catalogue, gazetteer};
  TRY(const auto answer, search.run(request));
  if (options.as_json) {
    fmt::print("{}\n", to_json(answer));
  } else {
    TRY(const auto jurisdiction, jurisdiction_of(workspace));
    fmt::print("{}", answer_text(answer, catalogue, Terminal::of_output(),
                                 {.now = request.now, .jurisdiction = jurisdiction}));
  }
  return ExitCode::done;
}

}  // namespace

void add_find_command(CLI::App& application, Shared& shared) {
  auto options = std::make_shared<FindOptions>();
  auto* const command =
      application.add_subcommand("find", "Answer a question: nearme find \"micro-needling near Leeds\"");
  command->add_option("QUERY", options->query, "A treatment, a concern, a kind of site, a place, a name")->required();
  command->add_option("--at", options->at, "Your position: LAT,LON");
  command->add_option("--limit", options->limit, "How many results, at most 100")->capture_default_str();
  command->add_option("--sort", options->sort,
                      "best, distance, price, rating or name; best unless the words say otherwise");
  command->add_flag("--json", options->as_json, "Print what /v1/search answers");
  command->add_flag("--explain", options->explain, "Say why each result stands where it stands");
  command->callback([options, &shared] { shared.exit_code = exit_code_of(find(*options, Workspace{shared.data})); });
}

}  // namespace nearme
