#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads a delimited table into an importer: finds out its encoding, its delimiter and, from its headers, what it
/// holds, notes all three, and brings every record. Errors: invalid_input, naming the columns found, when the columns
/// of a name or a position are missing; corrupt when it is no table; unreadable; what the importer says.
Result<void> import_csv(const InputFile& file, Importer& importer);

}  // namespace nearme
