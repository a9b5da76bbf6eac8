#pragma once

#include "directory/site.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// Reads the address and the time zone of a site whose position is known. Country and time zone, where they are
/// missing, are those of the nearest locality: the country only within 30 km of it.
void read_address(Site& site, const Row& row, RowContext& context);

}  // namespace nearme
