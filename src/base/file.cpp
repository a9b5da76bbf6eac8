#include "base/file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace nearme {
namespace {

/// Closes a descriptor when it goes out of scope.
struct Descriptor {
  int number;
  explicit Descriptor(int opened) : number(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

bool write_all(int descriptor, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

/// A rename is safe on the disk only when its folder is flushed, too.
void flush_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (descriptor.number >= 0) ::fsync(descriptor.number);
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    return fail(ErrorKind::unreadable, "cannot read {}: {}", path.string(),
                std::filesystem::is_directory(path) ? "it is a folder" : std::strerror(errno));
  }
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

Result<void> replace_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  auto beside = path;
  beside += ".new";
  const auto cannot = [&]() -> Result<void> {
    auto error = fail(ErrorKind::unreadable, "cannot write {}: {}", path.string(), std::strerror(errno));
    ::unlink(beside.c_str());
    return error;
  };
  {
    const Descriptor descriptor{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
    if (descriptor.number < 0) return cannot();
    if (!write_all(descriptor.number, bytes) || ::fsync(descriptor.number) != 0) return cannot();
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return cannot();
  flush_folder(path.parent_path());
  return {};
}

Result<void> replace_file(const std::filesystem::path& path, std::string_view text) {
  return replace_file(path, std::as_bytes(std::span(text)));
}

Result<void> make_writable_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    return fail(ErrorKind::unreadable, "cannot make the folder {}: {}", folder.string(), failure.message());
  }
  if (!std::filesystem::is_directory(folder)) return fail(ErrorKind::unreadable, "{} is not a folder", folder.string());
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return fail(ErrorKind::unreadable, "cannot write to the folder {}: {}", folder.string(), std::strerror(errno));
  }
  return {};
}

}  // namespace nearme
