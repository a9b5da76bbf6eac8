#include "intake/input_file.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>

#include <unistd.h>

namespace nearme {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

Result<void> copy_to(std::istream& from, const std::filesystem::path& path) {
  std::ofstream copy(path, std::ios::binary | std::ios::trunc);
  std::string buffer(kChunkBytes, '\0');
  while (from.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || from.gcount() > 0) {
    copy.write(buffer.data(), from.gcount());
  }
  copy.close();
  if (!copy) {
    return fail(ErrorKind::unreadable, "cannot keep standard input in {}: {}", path.string(), std::strerror(errno));
  }
  return {};
}

Result<std::filesystem::path> make_temporary() {
  auto pattern = (std::filesystem::temp_directory_path() / "nearme-import-XXXXXX").string();
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) return fail(ErrorKind::unreadable, "cannot make {}: {}", pattern, std::strerror(errno));
  ::close(descriptor);
  return std::filesystem::path(pattern);
}

}  // namespace

struct InputFile::Temporary {
  std::filesystem::path path;
  explicit Temporary(std::filesystem::path made) : path(std::move(made)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() { ::unlink(path.c_str()); }
};

Result<InputFile> InputFile::open(const std::filesystem::path& path) {
  InputFile file;
  file.path_ = path;
  file.name_ = path.string();
  if (path == "-") {
    TRY(file.path_, make_temporary());
    file.temporary_ = std::make_shared<const Temporary>(file.path_);
    file.name_ = "standard input";
    TRY_VOID(copy_to(std::cin, file.path_));
  }
  std::error_code failure;
  if (std::filesystem::is_directory(file.path_, failure)) {
    return fail(ErrorKind::unreadable, "cannot read {}: it is a folder", file.name_);
  }
  std::ifstream stream(file.path_, std::ios::binary);
  if (!stream) return fail(ErrorKind::unreadable, "cannot read {}: {}", file.name_, std::strerror(errno));
  file.first_bytes_.resize(kChunkBytes);
  stream.read(file.first_bytes_.data(), static_cast<std::streamsize>(kChunkBytes));
  file.first_bytes_.resize(static_cast<std::size_t>(stream.gcount()));
  const auto size = std::filesystem::file_size(file.path_, failure);
  file.size_ = failure ? 0 : size;
  return file;
}

ChunkReader::ChunkReader(const InputFile& file)
    : name_(file.name()), stream_(file.path(), std::ios::binary), buffer_(kChunkBytes, '\0') {}

Result<std::string_view> ChunkReader::next() {
  stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  if (stream_.bad() || !stream_.is_open()) {
    return fail(ErrorKind::unreadable, "cannot read {}: {}", name_, std::strerror(errno));
  }
  const auto count = static_cast<std::size_t>(stream_.gcount());
  bytes_read_ += count;
  return std::string_view(buffer_).substr(0, count);
}

}  // namespace nearme
