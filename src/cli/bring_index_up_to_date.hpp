#pragma once

#include "cli/workspace.hpp"

namespace nearme {

/// The index follows the store and the calendar: it is made anew when something changed, when it was worked out for
/// another day (claims expire), or when there is none yet.
Result<void> bring_index_up_to_date(Store& store, const Catalogue& catalogue, const Workspace& workspace);

}  // namespace nearme
