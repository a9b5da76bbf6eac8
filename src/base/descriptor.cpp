#include "base/descriptor.hpp"

#include <cerrno>

#include <unistd.h>

namespace nearme {
namespace {

/// Calls `step(offset)` until it has moved `size` bytes.
template <class Step>
bool repeat(std::size_t size, const Step& step) {
  for (std::size_t done = 0; done < size;) {
    const auto moved = step(done);
    if (moved < 0 && errno == EINTR) continue;
    if (moved <= 0) return false;
    done += static_cast<std::size_t>(moved);
  }
  return true;
}

}  // namespace

bool write_all(int descriptor, std::span<const std::byte> bytes) {
  return repeat(bytes.size(),
                [&](std::size_t done) { return ::write(descriptor, bytes.data() + done, bytes.size() - done); });
}

bool write_all_at(int descriptor, std::span<const std::byte> bytes, std::uint64_t offset) {
  return repeat(bytes.size(), [&](std::size_t done) {
    return ::pwrite(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
  });
}

bool read_all_at(int descriptor, std::span<std::byte> into, std::uint64_t offset) {
  return repeat(into.size(), [&](std::size_t done) {
    return ::pread(descriptor, into.data() + done, into.size() - done, static_cast<off_t>(offset + done));
  });
}

}  // namespace nearme
