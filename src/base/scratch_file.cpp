#include "base/scratch_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <unistd.h>

#include "base/descriptor.hpp"

namespace nearme {

Result<ScratchFile> ScratchFile::make(const std::filesystem::path& folder) {
  std::string name = (folder.empty() ? std::filesystem::path(".") : folder) / "nearme-scratch-XXXXXX";
  const int descriptor = ::mkstemp(name.data());
  if (descriptor < 0)
    return fail(ErrorKind::unreadable, "cannot write into the folder {}: {}", folder.string(), std::strerror(errno));
  ::unlink(name.c_str());
  return ScratchFile(folder, descriptor);
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : folder_(std::move(other.folder_)), descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> ScratchFile::append(std::span<const std::byte> bytes) {
  if (!write_all(descriptor_, bytes))
    return fail(ErrorKind::unreadable, "cannot write a temporary file in {}: {}", folder_.string(),
                std::strerror(errno));
  size_ += bytes.size();
  return {};
}

Result<void> ScratchFile::read(std::uint64_t offset, std::span<std::byte> into) const {
  if (!read_all_at(descriptor_, into, offset))
    return fail(ErrorKind::unreadable, "cannot read a temporary file in {}: {}", folder_.string(),
                std::strerror(errno));
  return {};
}

}  // namespace nearme
