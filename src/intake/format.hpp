#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// What an import can read. OSM is .osm.pbf, .osm, .osm.gz and .osm.bz2; GeoJSON is a FeatureCollection or one feature
/// a line, RFC 8142 record separators included; NDJSON is one record a line in the JSON of the API.
/// The others are what registers and health services give out: NPPES of the United States, CQC and ODS of England, FHIR
/// R4, and HSDS for human services.
enum class Format : std::uint8_t { csv, geojson, osm, ndjson, nppes, cqc, nhs_ods, fhir, hsds };

std::string_view to_string(Format format);  ///< "csv", "nhs-ods"

/// Errors: invalid_input (parameter "format") with the word and the names that would do.
Result<Format> format_from(std::string_view name);

/// Tells the format of a file by the ending of its name, then by its first bytes (4 KiB are enough; fewer will do).
/// Anything that is text and neither XML nor JSON is taken for CSV. Errors: invalid_input for bytes that are none of
/// them: an archive, a spreadsheet, a picture, nothing.
Result<Format> format_of(const std::filesystem::path& path, std::string_view first_bytes);

class InputFile;

/// The same for a file that is open: first by what only it can be, such as the headers of a register. Errors: as above.
Result<Format> format_of(const InputFile& file);

}  // namespace nearme
