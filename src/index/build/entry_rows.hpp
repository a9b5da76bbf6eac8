#pragma once

#include <vector>

#include "index/build/site_row.hpp"

namespace nearme {

/// The rows of several entries, with numbers for names that these entries alone share. That is the larger part of
/// putting entries into an image, and any thread can do it; ImageAssembly then looks up each of their names once.
struct EntryRows {
  SharedNames names;
  std::vector<RowBytes> rows;

  void add(const IndexEntry& entry) { rows.push_back(to_row_bytes(entry, names)); }
};

}  // namespace nearme
