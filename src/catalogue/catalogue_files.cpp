#include "catalogue/catalogue_files.hpp"

#include <algorithm>

#include "base/file.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> toml_files_in(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    if (at->path().extension() == ".toml") paths.push_back(at->path());
  }
  if (failure) return fail(ErrorKind::unreadable, "cannot read the folder {}: {}", folder.string(), failure.message());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

Result<std::vector<CatalogueFile>> read_catalogue_files(const fs::path& folder) {
  TRY(const auto paths, toml_files_in(folder));
  std::vector<CatalogueFile> files;
  for (const auto& path : paths) {
    TRY(auto text, read_file(path));
    files.push_back({.name = path.lexically_relative(folder).string(), .text = std::move(text)});
  }
  return files;
}

}  // namespace nearme
