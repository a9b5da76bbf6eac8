#pragma once

#include <string_view>

namespace nearme {

/// Whether a file of NPPES holds the changes of some days only, by the two dates of its name:
/// "npidata_pfile_20240101-20240107.csv". The monthly ones begin in 2005.
bool is_weekly(std::string_view name);

}  // namespace nearme
