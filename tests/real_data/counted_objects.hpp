#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "catalogue/catalogue.hpp"

namespace nearme {

/// The objects of an OpenStreetMap file that have to do with health or beauty, by the ids that their sites have:
/// "osm-node-1". The rule is one that other tools can apply as well: healthcare=*, beauty=*, some amenities and shops.
struct CountedObjects {
  std::set<std::string> all;
  std::set<std::string> without_geometry;  ///< no import can take these
  std::set<std::string> without_kind;      ///< nor these
};

/// Reads the file with our own reader. A file that cannot be read fails the test that asks.
CountedObjects count_objects(const std::filesystem::path& path, const Catalogue& catalogue);

}  // namespace nearme
