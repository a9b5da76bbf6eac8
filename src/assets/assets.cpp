#include "assets/assets.hpp"

#include <algorithm>

#include "assets/asset_table.hpp"

namespace nearme {

const Asset* find_asset(std::string_view path) {
  const auto table = asset_table();
  const auto found = std::ranges::lower_bound(table, path, {}, &Asset::path);
  return found != table.end() && found->path == path ? &*found : nullptr;
}

std::span<const Asset> assets_under(std::string_view prefix) {
  const auto table = asset_table();
  const auto beginning = [&](const Asset& asset) { return asset.path.substr(0, prefix.size()); };
  const auto range = std::ranges::equal_range(table, prefix, {}, beginning);
  return {range.begin(), range.end()};
}

}  // namespace nearme
