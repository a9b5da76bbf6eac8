#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace nearme {

/// Which file of an archive to read: `wanted` where it is not empty; else the table of a spreadsheet, NPPES's
/// providers, the services of an HSDS package, or the only file that can be imported. Errors: invalid_input, with the
/// names to choose from, or what to do instead.
Result<std::string> choose_entry(const std::string& archive, const std::vector<std::string>& names,
                                 const std::string& wanted);

}  // namespace nearme
