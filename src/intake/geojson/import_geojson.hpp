#pragma once

#include "intake/importer.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Reads GeoJSON into an importer: features with OpenStreetMap's tags, of Overture's places, or with properties named
/// like columns. Errors: corrupt with the line where it is no JSON; unreadable; what the importer says.
Result<void> import_geojson(const InputFile& file, Importer& importer);

}  // namespace nearme
