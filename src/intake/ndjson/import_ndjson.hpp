#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads one record a line in the JSON of the API (docs/data-model.md), as `nearme export --format ndjson` writes it:
/// sites, practitioners or claims, told apart by the fields of the first line. The records become those of the import's
/// source, whatever they say themselves. Errors: unreadable; what the importer says.
Result<void> import_ndjson(const InputFile& file, Importer& importer);

}  // namespace nearme
