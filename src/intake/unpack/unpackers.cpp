#include "intake/unpack/unpackers.hpp"

#include <cassert>
#include <new>

#include <bzlib.h>
#include <zlib.h>
#include <zstd.h>

namespace nearme {
namespace {

class GzipUnpacker : public Unpacker {
 public:
  GzipUnpacker() {
    constexpr int kGzip = 15 + 16;
    if (inflateInit2(&stream_, kGzip) != Z_OK) throw std::bad_alloc();
  }
  GzipUnpacker(const GzipUnpacker&) = delete;
  GzipUnpacker& operator=(const GzipUnpacker&) = delete;
  ~GzipUnpacker() override { inflateEnd(&stream_); }

  Result<std::size_t> unpack(std::string_view& packed, std::string& plain) override {
    // Zeros after the last stream are the padding of tapes and blocks.
    while (between_ && !packed.empty() && packed[0] == '\0') packed.remove_prefix(1);
    if (between_ && packed.empty()) return 0;
    if (between_) inflateReset(&stream_);
    between_ = false;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream_.avail_out = static_cast<uInt>(plain.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    packed.remove_prefix(packed.size() - stream_.avail_in);
    if (status == Z_STREAM_END) between_ = true;
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      return fail(ErrorKind::corrupt, "{}", stream_.msg == nullptr ? "it is no gzip" : stream_.msg);
    }
    return plain.size() - stream_.avail_out;
  }

  [[nodiscard]] bool is_between_streams() const override { return between_; }

 private:
  z_stream stream_{};
  bool between_ = true;
};

class Bzip2Unpacker : public Unpacker {
 public:
  Bzip2Unpacker() = default;
  Bzip2Unpacker(const Bzip2Unpacker&) = delete;
  Bzip2Unpacker& operator=(const Bzip2Unpacker&) = delete;
  ~Bzip2Unpacker() override { close(); }

  Result<std::size_t> unpack(std::string_view& packed, std::string& plain) override {
    if (!open_ && packed.empty()) return 0;
    if (!open_ && BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
    open_ = true;
    stream_.next_in = const_cast<char*>(packed.data());
    stream_.avail_in = static_cast<unsigned>(packed.size());
    stream_.next_out = plain.data();
    stream_.avail_out = static_cast<unsigned>(plain.size());
    const int status = BZ2_bzDecompress(&stream_);
    packed.remove_prefix(packed.size() - stream_.avail_in);
    const auto written = plain.size() - stream_.avail_out;
    if (status != BZ_OK && status != BZ_STREAM_END) return fail(ErrorKind::corrupt, "its bzip2 blocks do not agree");
    if (status == BZ_STREAM_END) close();
    return written;
  }

  [[nodiscard]] bool is_between_streams() const override { return !open_; }

 private:
  void close() {
    if (open_) BZ2_bzDecompressEnd(&stream_);
    open_ = false;
    stream_ = {};
  }

  bz_stream stream_{};
  bool open_ = false;
};

class ZstdUnpacker : public Unpacker {
 public:
  ZstdUnpacker() : stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
    // 128 MiB of window, what `zstd --long` asks for: no file may ask for more.
    constexpr int kWindowLog = 27;
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kWindowLog);
  }
  ZstdUnpacker(const ZstdUnpacker&) = delete;
  ZstdUnpacker& operator=(const ZstdUnpacker&) = delete;
  ~ZstdUnpacker() override { ZSTD_freeDStream(stream_); }

  Result<std::size_t> unpack(std::string_view& packed, std::string& plain) override {
    ZSTD_inBuffer input{packed.data(), packed.size(), 0};
    ZSTD_outBuffer output{plain.data(), plain.size(), 0};
    const auto left = ZSTD_decompressStream(stream_, &output, &input);
    if (ZSTD_isError(left) != 0U) return fail(ErrorKind::corrupt, "{}", ZSTD_getErrorName(left));
    if (input.pos > 0 || output.pos > 0) between_ = left == 0;
    packed.remove_prefix(input.pos);
    return output.pos;
  }

  [[nodiscard]] bool is_between_streams() const override { return between_; }

 private:
  ZSTD_DStream* stream_;
  bool between_ = true;
};

}  // namespace

std::unique_ptr<Unpacker> make_unpacker(Packing packing) {
  switch (packing) {
    case Packing::gzip:
      return std::make_unique<GzipUnpacker>();
    case Packing::bzip2:
      return std::make_unique<Bzip2Unpacker>();
    case Packing::zstd:
      return std::make_unique<ZstdUnpacker>();
    case Packing::plain:
    case Packing::zip:
      break;
  }
  assert(false);
  return nullptr;
}

}  // namespace nearme
