#pragma once

#include "directory/site.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// Reads the telephone number, the e-mail address and the web addresses of a site whose country is known. Of several in
/// one cell the first is taken.
void read_contact(Site& site, const Row& row, RowContext& context);

}  // namespace nearme
