#pragma once

#include <string_view>
#include <vector>

#include "directory/site.hpp"
#include "store/sqlite/database.hpp"

namespace nearme {

/// The records that one site is read from, the most trusted first, whichever of their ids is given: as their sources
/// have them, without the operator's edits. None when no source has that record now.
[[nodiscard]] Result<std::vector<Site>> read_records_of_site(Database& database, std::string_view id);

}  // namespace nearme
