// Any bytes as an OpenStreetMap file (PBF, XML, or either compressed): reading it must end without a crash. The bytes
// lie in a file of memory, because libosmium reads files.
#include <cstddef>
#include <cstdint>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "intake/osm/objects.hpp"

namespace {

nearme::Result<void> take(const nearme::OsmObject&) { return {}; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nearme;
  const int descriptor = ::memfd_create("osm", 0);
  if (descriptor < 0) return 0;
  if (::write(descriptor, data, size) == static_cast<ssize_t>(size)) {
    const auto file = InputFile::open("/proc/self/fd/" + std::to_string(descriptor));
    const OsmVisitor visitor{.knows_key = [](std::string_view) { return true; },
                             .wants = [](const Tags&) { return true; },
                             .on_object = take,
                             .on_other = [] {},
                             .on_progress = [](std::uint64_t, std::uint64_t) {}};
    if (file) static_cast<void>(read_osm(*file, visitor));
  }
  ::close(descriptor);
  return 0;
}
