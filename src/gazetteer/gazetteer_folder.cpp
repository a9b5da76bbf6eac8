#include "gazetteer/gazetteer_folder.hpp"

#include <algorithm>

#include <sys/stat.h>

#include "base/file.hpp"
#include "gazetteer/layer.hpp"

namespace nearme {
namespace {

/// The value behind a name in lines of "name<tab>value".
std::string_view value_in(std::string_view about, std::string_view name) {
  while (!about.empty()) {
    const auto line = about.substr(0, about.find('\n'));
    about.remove_prefix(std::min(about.size(), line.size() + 1));
    const auto tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(0, tab) == name) return line.substr(tab + 1);
  }
  return {};
}

}  // namespace

struct GazetteerFolder::Opened {
  Gazetteer gazetteer;
  ImportedGazetteer about;
};

std::vector<std::filesystem::path> GazetteerFolder::files() const {
  std::vector<std::filesystem::path> files;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, failure)) {
    if (entry.path().extension() == ".bin") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

Result<std::vector<GazetteerFolder::Opened>> GazetteerFolder::open_all() const {
  std::vector<Opened> all;
  for (const auto& path : files()) {
    TRY(auto file, MappedFile::open(path));
    const auto size = file.bytes().size();
    auto gazetteer = Gazetteer::open(std::move(file));
    if (!gazetteer) {
      return fail(gazetteer.error().kind, "{}: {}; import its dump again, or delete the file", path.string(),
                  gazetteer.error().message);
    }
    const auto& tables = gazetteer->layers().front().layer->tables();
    ImportedGazetteer about{.name = path.stem().string(),
                            .source = std::string(value_in(tables.about, "source")),
                            .imported_at = std::string(value_in(tables.about, "imported_at")),
                            .localities = gazetteer->size(),
                            .postcodes = tables.postcodes.size(),
                            .bytes = size};
    all.push_back({.gazetteer = *std::move(gazetteer), .about = std::move(about)});
  }
  return all;
}

Result<Gazetteer> GazetteerFolder::open_over(const Gazetteer& built_in) const {
  TRY(auto all, open_all());
  std::ranges::stable_sort(all, {}, [](const Opened& opened) { return opened.about.imported_at; });
  auto gazetteer = built_in;
  for (const auto& opened : all) gazetteer = opened.gazetteer.over(gazetteer);
  return gazetteer;
}

Result<std::vector<ImportedGazetteer>> GazetteerFolder::list() const {
  TRY(const auto all, open_all());
  std::vector<ImportedGazetteer> list;
  for (const auto& opened : all) list.push_back(opened.about);
  return list;
}

Result<void> GazetteerFolder::put(const std::string& name, std::span<const std::byte> bytes) const {
  TRY_VOID(make_writable_folder(folder_));
  return replace_file(path_of(name), bytes);
}

std::string GazetteerFolder::state() const {
  std::string state;
  for (const auto& path : files()) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) continue;
    state += fmt::format("{} {} {} {}.{}\n", path.filename().string(), status.st_ino, status.st_size,
                         status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  }
  return state;
}

}  // namespace nearme
