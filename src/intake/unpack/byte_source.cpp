#include "intake/unpack/byte_source.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "intake/unpack/unpackers.hpp"
#include "intake/unpack/zip_archive.hpp"

namespace nearme {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

/// A file as it is.
class PlainSource : public ByteSource {
 public:
  PlainSource(const std::filesystem::path& path, std::string name)
      : name_(std::move(name)), stream_(path, std::ios::binary), buffer_(kChunkBytes, '\0') {}

  Result<std::string_view> next() override {
    stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (stream_.bad() || !stream_.is_open()) {
      return fail(ErrorKind::unreadable, "cannot read {}: {}", name_, std::strerror(errno));
    }
    const auto count = static_cast<std::size_t>(stream_.gcount());
    bytes_read_ += count;
    return std::string_view(buffer_).substr(0, count);
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  std::string name_;
  std::ifstream stream_;
  std::string buffer_;
  std::uint64_t bytes_read_ = 0;
};

/// A compressed stream: packed bytes in, plain bytes out.
class UnpackedSource : public ByteSource {
 public:
  UnpackedSource(PlainSource packed, std::string name, std::unique_ptr<Unpacker> unpacker)
      : packed_(std::move(packed)),
        name_(std::move(name)),
        unpacker_(std::move(unpacker)),
        buffer_(kChunkBytes, '\0') {}

  Result<std::string_view> next() override {
    while (true) {
      if (input_.empty() && !at_end_) {
        TRY(input_, packed_.next());
        at_end_ = input_.empty();
      }
      const auto step = unpacker_->unpack(input_, buffer_);
      if (!step) return fail(ErrorKind::corrupt, "{} is damaged: {}", name_, step.error().message);
      if (*step != 0) return std::string_view(buffer_).substr(0, *step);
      if (at_end_ && unpacker_->is_between_streams()) return std::string_view{};
      if (at_end_) return fail(ErrorKind::corrupt, "{} breaks off in the middle; fetch it again", name_);
    }
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return packed_.bytes_read(); }

 private:
  PlainSource packed_;
  std::string name_;
  std::unique_ptr<Unpacker> unpacker_;
  std::string buffer_;
  std::string_view input_;
  bool at_end_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const PackedFile& file) {
  if (file.packing == Packing::zip) return open_zip_entry(file);
  PlainSource plain(file.path, file.name);
  if (file.packing == Packing::plain) return std::make_unique<PlainSource>(std::move(plain));
  return std::make_unique<UnpackedSource>(std::move(plain), file.name, make_unpacker(file.packing));
}

}  // namespace nearme
