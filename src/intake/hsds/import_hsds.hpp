#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads human-services data (HSDS 3.0, openreferral.org): services as JSON, one a line or in a list, each with its
/// organisation and its places; or a package of CSV tables in a ZIP archive. Every location of an active service
/// becomes a site that offers the services of that place; its kinds are those that the catalogue knows by the services'
/// names.
///
/// Memory: all locations of the data set. Errors: corrupt where it is no JSON; invalid_input when a package lacks a
/// table or a column that it cannot be without; what the importer says.
Result<void> import_hsds(const InputFile& file, Importer& importer);

/// Whether a file is one, by the first bytes of its JSON or the tables of its archive.
bool is_hsds(const InputFile& file);

}  // namespace nearme
