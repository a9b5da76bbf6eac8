#pragma once

#include <string>

#include "base/result.hpp"
#include "directory/site.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// Makes a site of a row. A name and a position it must have; any other cell that cannot be read is left out and noted.
///
/// The position is found out by `place_of_row`. The id is the row's, or else derived from source, name and position (or
/// address, where that is all there is), so that the next import finds it again. Country
/// and time zone, where they are missing, are those of the nearest locality: the country only within 30 km of it.
/// Errors: invalid_input; the message is a reason that names no value, the parameter the column at fault.
Result<Site> site_from_row(const Row& row, RowContext& context);

/// The cell that an error of a row is about, for the report: both coordinates where the position is at fault; where it
/// is empty, the name of the row or its id, so that a person can find it.
std::string value_at_fault(const Row& row, const Error& error);

/// Whether every cell is UTF-8. Errors: invalid_input with the column.
Result<void> check_encoding(const Row& row);

}  // namespace nearme
