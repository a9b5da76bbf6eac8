#pragma once

#include <optional>

#include "base/result.hpp"
#include "directory/site.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// Where a row is, and how that is known.
struct PlaceOfRow {
  LatLon position;
  std::optional<Precision> precision;  ///< none: the row has coordinates of its own
};

/// The position of a row: its own coordinates, or else the place of its postcode, or else of its town, with a note.
///
/// Coordinates that are swapped are turned round, with a note, where the row's address or country agrees; 0, 0 counts
/// as none. Coordinates that lie far from their postcode, or in another country than the row says, are kept and noted.
/// Errors: invalid_input for the column "position" when the row has no coordinates that can be right and its address is
/// not known either.
Result<PlaceOfRow> place_of_row(const Row& row, RowContext& context);

}  // namespace nearme
