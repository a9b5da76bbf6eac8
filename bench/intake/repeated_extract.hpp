#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.hpp"

namespace nearme {

/// An extract of OpenStreetMap to be written again and again into one file.
struct RepeatedExtract {
  std::filesystem::path from;  ///< small: it is held in memory
  std::filesystem::path to;    ///< a PBF, sorted by type and id as extracts are
  std::uint64_t bytes = 0;     ///< about how many the file shall have
};

/// Writes the file, each copy with ids of its own, so that it has the shares of nodes, ways, relations and tags that
/// real files have, and the length that a measurement needs. Errors: unreadable, with the library's reason.
Result<void> write(const RepeatedExtract& extract);

}  // namespace nearme
