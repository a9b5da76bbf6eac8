#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads the register of health-care providers of the United States (NPPES): `npidata_pfile`, monthly or weekly, and
/// `pl_pfile`, the further places of providers that are in the store already.
///
/// Providers of whose taxonomy codes the catalogue knows none are skipped. An organisation becomes the site
/// "npi-<number>"; a person becomes a practitioner and the site where they practise, both "npi-<number>"; a further
/// place "npi-<number>-<n>". There are no coordinates: the postcode says where. A weekly file, told by the dates in its
/// name, holds changes only. Deactivated providers are retired. Errors: invalid_input, naming the columns found, when
/// it is neither of the two files; those of `read_table`; what the importer says.
Result<void> import_nppes(const InputFile& file, Importer& importer);

/// Whether the headers of a table are those of a file of NPPES.
bool is_nppes(std::string_view first_bytes);

}  // namespace nearme
