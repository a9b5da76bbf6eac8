#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads resources of FHIR R4, one a line (NDJSON) or the entries of a Bundle: Location becomes a site, Practitioner a
/// practitioner; Organization, PractitionerRole and HealthcareService say what those offer, who works where, and what a
/// nameless location is called. Others are skipped.
///
/// The file is read twice, for a resource may refer to one that comes later. Memory: the names and references, not the
/// resources. Errors: corrupt where it is no JSON; invalid_input when no line has a resourceType; what the importer
/// says.
Result<void> import_fhir(const InputFile& file, Importer& importer);

/// Whether the first bytes of a JSON text are those of a resource.
bool is_fhir(std::string_view first_bytes);

}  // namespace nearme
