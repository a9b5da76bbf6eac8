#pragma once

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"

namespace nearme {

/// Reads every `.toml` file of a folder and of the folders in it, in the order of their paths; each is named by its
/// path below the folder. Errors: unreadable.
Result<std::vector<CatalogueFile>> read_catalogue_files(const std::filesystem::path& folder);

}  // namespace nearme
