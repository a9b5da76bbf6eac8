#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.hpp"
#include "world/world.hpp"

namespace nearme {

/// What it takes to make and open the image of a world.
struct ImageTimes {
  double build_seconds = 0;   ///< from entries to the file on the disk; making the entries up is not counted
  double peak_megabytes = 0;  ///< the most memory that the process had until then
  std::uint64_t bytes = 0;
  std::uint64_t ready_json_bytes = 0;  ///< of them: the records
  double open_milliseconds = 0;        ///< the fastest of three, with the file in the page cache
};

/// Writes the image of a world of so many sites to `path`; only the time to build is known then.
Result<ImageTimes> make_image(World world, std::uint32_t sites, const std::filesystem::path& path);

/// Opens an image a few times and fills in its sizes; the time to build is left as it is.
Result<void> time_opening(const std::filesystem::path& path, ImageTimes& times);

}  // namespace nearme
