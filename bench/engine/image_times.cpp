#include "engine/image_times.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

#include <sys/resource.h>

#include "base/mapped_file.hpp"
#include "base/new_file.hpp"
#include "base/time.hpp"
#include "index/build/image_assembly.hpp"
#include "index/image/image_file.hpp"
#include "index/image/image_on_disk.hpp"
#include "index/image/index.hpp"
#include "index/image/section_names.hpp"

namespace nearme {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kOpenings = 3;
/// As many entries as a rebuild of an image from a store has in a batch.
constexpr std::size_t kBatch = 256;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

}  // namespace

Result<ImageTimes> make_image(World world, std::uint32_t sites, const std::filesystem::path& path) {
  ImageTimes times;
  TRY(NewFile file, NewFile::make(path));
  // Of today, so that a server that is given the image does not make a new one.
  const Date today{std::chrono::floor<std::chrono::days>(now())};
  ImageAssembly assembly({.revision = 1, .day = today}, SpillPlace{.folder = path.parent_path()});
  EntryRows batch;
  for (std::uint32_t number = 0; number < sites; ++number) {
    const IndexEntry entry = world.next();
    const auto begin = Clock::now();
    batch.add(entry);
    if (batch.rows.size() == kBatch || number + 1 == sites) TRY_VOID(assembly.add(std::exchange(batch, {})));
    times.build_seconds += seconds_since(begin);
  }
  const auto begin = Clock::now();
  ImageOnDisk target(file);
  TRY_VOID(std::move(assembly).write_to(target));
  TRY_VOID(std::move(file).put_in_place());
  times.build_seconds += seconds_since(begin);
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  times.peak_megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  return times;
}

Result<void> time_opening(const std::filesystem::path& path, ImageTimes& times) {
  TRY(const MappedFile file, MappedFile::open(path));
  TRY(const ImageFile image, ImageFile::open(file.bytes()));
  TRY(const auto ready_json, image.section(sections::kRecords));
  times.bytes = file.bytes().size();
  times.ready_json_bytes = ready_json.size();
  times.open_milliseconds = std::numeric_limits<double>::infinity();
  for (int opening = 0; opening < kOpenings; ++opening) {
    const auto begin = Clock::now();
    TRY(const auto index, Index::open(path));
    times.open_milliseconds = std::min(times.open_milliseconds, 1000 * seconds_since(begin));
  }
  return {};
}

}  // namespace nearme
