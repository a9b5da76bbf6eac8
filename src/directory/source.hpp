#pragma once

#include <string>

#include "base/time.hpp"
#include "directory/ids.hpp"

namespace nearme {

/// Where records come from: one file or address, imported again and again under one name.
struct Source {
  SourceId id;              ///< its name: "osm-malta"
  std::string origin;       ///< the path last read; "-" for standard input
  std::string format;       ///< "csv", "geojson", "osm", ...
  std::string licence;      ///< as far as known, such as "ODbL-1.0"
  std::string attribution;  ///< what must be shown wherever its records show; empty when nothing must
  Instant imported_at{};

  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace nearme
