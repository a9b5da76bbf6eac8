#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/geonames/report.hpp"

namespace nearme {

/// A dump of GeoNames to compile, and the tables that belong to it; these may be empty paths.
struct GeoNamesFiles {
  std::filesystem::path dump;
  std::filesystem::path other_names;  ///< alternateNames.txt
  std::filesystem::path regions;      ///< admin1CodesASCII.txt
  std::filesystem::path countries;    ///< countryInfo.txt
};

/// How far the reading of the dump is.
struct GazetteerProgress {
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_in_all = 0;
  std::uint64_t rows = 0;
};

struct CompiledDump {
  std::vector<std::byte> bytes;  ///< what Gazetteer::open takes; opened once already
  std::string name;              ///< "gb-places": the same for the same file name and kind, again and again
  GazetteerReport report;
};

/// Reads a dump row by row and compiles it. Areas that `known` has keep its names; the dump's own and the tables add
/// the others. Errors: unreadable, corrupt; invalid_input for another sort of table, and when no row could be taken.
Result<CompiledDump> compile_geonames(const GeoNamesFiles& files, const Gazetteer& known, Instant now,
                                      const std::function<void(const GazetteerProgress&)>& progress);

}  // namespace nearme
