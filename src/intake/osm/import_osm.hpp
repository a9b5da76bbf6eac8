#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads an OpenStreetMap file into an importer: objects with tags are its rows, those of no kind are skipped, those
/// whose geometry is not in the file are rejected. Errors: corrupt, unreadable; what the importer says.
Result<void> import_osm(const InputFile& file, Importer& importer);

}  // namespace nearme
