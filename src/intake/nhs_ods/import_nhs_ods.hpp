#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads the tables of the NHS Organisation Data Service that have no header line: epraccur, egdpprac, edispensary,
/// ehospital and their likes, 27 columns each: code, name, grouping, geography, five lines of address, postcode, open
/// and close date, status, sub-type, and so on.
///
/// An organisation becomes the site "ods-<code>", of the kind that the file's name tells; of epraccur only general
/// practices. There are no coordinates: the postcode says where. Closed ones (status C, or a close date in the past)
/// are skipped. Errors: invalid_input when the first row is none of such a table; those of `read_table`; what the
/// importer says.
Result<void> import_nhs_ods(const InputFile& file, Importer& importer);

/// Whether a file is such a table, by its name and its first line.
bool is_nhs_ods(std::string_view name, std::string_view first_bytes);

}  // namespace nearme
