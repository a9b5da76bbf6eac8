#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "directory/register.hpp"
#include "intake/report.hpp"

namespace nearme {

/// Everything that an import of a register has to say for itself. Of `rows`, `retired` are the entries withdrawn:
/// those that an earlier file had and this one has not.
struct RegisterReport {
  Register about;
  std::string format;
  std::string file;
  bool dry_run = false;
  RowCounts rows;
  std::vector<Rejection> rejected;  ///< all of them, in the order of the file
  std::vector<std::string> notes;
};

/// The report as JSON, indented by two spaces; the shape is in docs/trust.md.
std::string to_json(const RegisterReport& report);

/// For a person: at most 80 wide, the first ten rejected rows as file:line.
std::string to_text(const RegisterReport& report);

}  // namespace nearme
