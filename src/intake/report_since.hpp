#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/report.hpp"

namespace nearme {

/// What is different between an import and the one before it of the same source, as sentences: how many records were
/// taken, which fields are filled in more or less often (by a hundredth or more), which findings are new. `before` is
/// the earlier report as JSON; a text that is none gives nothing.
std::vector<std::string> since_last(const ImportReport& report, std::string_view before);

}  // namespace nearme
