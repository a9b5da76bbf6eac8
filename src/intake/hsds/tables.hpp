#pragma once

#include "intake/hsds/package.hpp"
#include "intake/input_file.hpp"
#include "intake/notes.hpp"

namespace nearme {

/// Whether an archive is an HSDS package: it has the tables services.csv and locations.csv.
bool is_hsds_package(const InputFile& file);

/// Reads the tables of a package: locations, addresses, phones, schedules, languages, organizations, services and
/// service_at_locations; the first and the last two must be there. Errors: invalid_input for a table without an id;
/// those of `read_table`.
Result<void> read_hsds_tables(const InputFile& file, Notes& notes, HsdsLocations& locations);

}  // namespace nearme
