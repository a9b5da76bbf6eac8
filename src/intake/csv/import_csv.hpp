#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

struct Mapping;

/// Reads a delimited table into an importer: finds out its encoding, its delimiter and, from its headers, what it
/// holds, notes all three, and brings every record. With a mapping, that says what the columns mean; null is none.
/// Errors: invalid_input, naming the columns found, when the columns of a name or a place are missing, or those that
/// the mapping names; corrupt when it is no table; unreadable; what the importer says.
Result<void> import_csv(const InputFile& file, const Mapping* mapping, Importer& importer);

}  // namespace nearme
