#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.hpp"
#include "world/world.hpp"

namespace nearme {

/// What it takes to make and open the image of a world.
struct ImageTimes {
  double build_seconds = 0;  ///< from entries to bytes in memory; making the entries up is not counted
  std::uint64_t bytes = 0;
  std::uint64_t ready_json_bytes = 0;  ///< of them
  double open_milliseconds = 0;        ///< the fastest of three, with the file in the page cache
};

/// Writes the image of a world of so many sites to `path`.
Result<ImageTimes> make_image(World world, std::uint32_t sites, const std::filesystem::path& path);

/// Opens it a few times; what `make_image` found out is left as it is.
Result<void> time_opening(const std::filesystem::path& path, ImageTimes& times);

}  // namespace nearme
