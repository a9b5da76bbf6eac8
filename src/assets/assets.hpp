#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace nearme {

/// A file that was built into the program.
struct Asset {
  std::string_view path;  ///< "web/page.js", "catalogue/treatments.toml", "templates/search.mustache", "gazetteer.bin"
  std::span<const std::byte> bytes;

  [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
};

/// The asset at a path; null when there is none. Lives as long as the program.
const Asset* find_asset(std::string_view path);

/// All of them whose path begins so, by path.
std::span<const Asset> assets_under(std::string_view prefix);

}  // namespace nearme
