#include "service/pages/web_assets.hpp"

#include "base/json.hpp"

namespace nearme {

Result<WebAssets> WebAssets::from_manifest(std::string_view manifest) {
  const auto read = nlohmann::json::parse(manifest, nullptr, false);
  if (!read.is_object()) return fail(ErrorKind::corrupt, "the manifest of the web bundle is no JSON object");
  std::map<std::string, std::string> files;
  for (const auto& [name, file] : read.items()) {
    if (!file.is_string()) return fail(ErrorKind::corrupt, "the web bundle's manifest has no file for '{}'", name);
    files.emplace(name, file.get<std::string>());
  }
  return WebAssets{std::move(files)};
}

std::string WebAssets::address(const std::string& name) const {
  const auto found = files_.find(name);
  return found == files_.end() ? std::string{} : "/assets/" + found->second;
}

}  // namespace nearme
