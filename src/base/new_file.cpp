#include "base/new_file.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.hpp"

namespace nearme {
namespace {

constexpr std::size_t kGathered = 1 << 20;

std::filesystem::path beside(std::filesystem::path path) { return path += ".new"; }

/// Whether the name still stands for the file that was opened under it.
bool still_named(int descriptor, const std::filesystem::path& path) {
  struct stat opened{};
  struct stat named{};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

/// A rename is safe on the disk only when its folder is flushed, too.
void flush_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<NewFile> NewFile::make(const std::filesystem::path& path) {
  const auto name = beside(path);
  for (;;) {
    const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    NewFile file(path, descriptor);
    if (descriptor < 0) return file.cannot_write();
    int locked = ::flock(descriptor, LOCK_EX);
    while (locked != 0 && errno == EINTR) locked = ::flock(descriptor, LOCK_EX);
    if (locked != 0) return file.cannot_write();
    // Whoever held the lock has put that file in its place, or taken it away: it must not be touched.
    if (!still_named(descriptor, name)) {
      file.close();
      continue;
    }
    if (::ftruncate(descriptor, 0) != 0) return file.cannot_write();
    return file;
  }
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      gathered_(std::move(other.gathered_)),
      on_its_way_(std::move(other.on_its_way_)),
      written_(std::move(other.written_)) {}

NewFile::~NewFile() {
  if (descriptor_ >= 0) ::unlink(beside(path_).c_str());
  close();
}

void NewFile::close() {
  if (written_.valid()) written_.wait();
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

std::unexpected<Error> NewFile::cannot_write() const {
  return fail(ErrorKind::unreadable, "cannot write {}: {}", path_.string(), std::strerror(errno));
}

Result<void> NewFile::append(std::span<const std::byte> bytes) {
  size_ += bytes.size();
  if (gathered_.size() + bytes.size() > kGathered) TRY_VOID(begin_writing());
  if (bytes.size() > kGathered) {
    TRY_VOID(finish_writing());
    if (!write_all(descriptor_, bytes)) return cannot_write();
    return {};
  }
  gathered_.insert(gathered_.end(), bytes.begin(), bytes.end());
  return {};
}

Result<void> NewFile::begin_writing() {
  TRY_VOID(finish_writing());
  std::swap(gathered_, on_its_way_);
  gathered_.clear();
  written_ = std::async(std::launch::async, [descriptor = descriptor_, bytes = std::span(on_its_way_)] {
    return write_all(descriptor, bytes) ? 0 : errno;
  });
  return {};
}

Result<void> NewFile::finish_writing() {
  if (!written_.valid()) return {};
  errno = written_.get();
  return errno == 0 ? Result<void>{} : cannot_write();
}

Result<void> NewFile::flush() {
  TRY_VOID(finish_writing());
  if (!write_all(descriptor_, gathered_)) return cannot_write();
  gathered_.clear();
  return {};
}

Result<void> NewFile::overwrite(std::uint64_t offset, std::span<const std::byte> bytes) {
  TRY_VOID(flush());
  if (!write_all_at(descriptor_, bytes, offset)) return cannot_write();
  return {};
}

Result<void> NewFile::put_in_place() && {
  TRY_VOID(flush());
  if (::fsync(descriptor_) != 0) return cannot_write();
  if (::rename(beside(path_).c_str(), path_.c_str()) != 0) return cannot_write();
  close();
  flush_folder(path_.parent_path());
  return {};
}

}  // namespace nearme
