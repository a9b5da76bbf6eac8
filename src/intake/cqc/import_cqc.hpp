#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads the register of the Care Quality Commission of England: the weekly directory (CSV, with lines of text before
/// its headers; no coordinates: the postcode says where) and the HSCA active locations (ODS or CSV, with coordinates).
///
/// A location becomes the site "cqc-<location id>". Locations of whose service types the catalogue knows none, such as
/// care homes, are skipped, and so are dormant ones. Errors: invalid_input, naming the columns found, when the headers
/// of neither are found in the first fifty rows; those of `read_table`; what the importer says.
Result<void> import_cqc(const InputFile& file, Importer& importer);

/// Whether the first bytes of a text have the headers of one of these files.
bool is_cqc(std::string_view first_bytes);

}  // namespace nearme
