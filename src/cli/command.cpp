#include "cli/command.hpp"

#include <fmt/core.h>

namespace nearme {

ExitCode report_error(const Error& error) {
  fmt::print(stderr, "nearme: {}\n", error.message);
  return ExitCode{meaning_of(error.kind).exit_code};
}

ExitCode exit_code_of(const Result<ExitCode>& result) { return result ? *result : report_error(result.error()); }

}  // namespace nearme
