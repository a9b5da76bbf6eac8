#pragma once

#include "cli/workspace.hpp"

namespace nearme {

/// Puts records of several sources together that are one site, and says how many there are. Before the index is made.
Result<void> bring_matches_up_to_date(const Workspace& workspace);

/// The index follows the store and the calendar: it is made anew when something changed, when it was worked out for
/// another day (claims expire), or when there is none yet. So do the matches, before it.
Result<void> bring_index_up_to_date(Store& store, const Catalogue& catalogue, const Workspace& workspace);

}  // namespace nearme
