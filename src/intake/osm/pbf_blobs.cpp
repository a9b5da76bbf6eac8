#include "intake/osm/pbf_blobs.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <protozero/exception.hpp>
#include <protozero/pbf_reader.hpp>
#include <protozero/varint.hpp>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

namespace nearme {
namespace {

namespace bits = osmium::osm_entity_bits;

/// What the format allows, and what a part in memory may have.
constexpr std::uint32_t kLongestHeader = 64 * 1024;
constexpr std::uint64_t kLongestBlob = std::uint64_t{32} * 1024 * 1024;
constexpr std::uint64_t kBytesOfPart = std::uint64_t{32} * 1024 * 1024;

/// The numbers of the fields in the messages of the format.
enum BlobHeaderField : std::uint32_t { kType = 1, kDataSize = 3 };
enum BlobField : std::uint32_t { kRaw = 1, kRawSize = 2, kZlib = 3 };
constexpr std::uint32_t kPrimitiveGroup = 2;

bits::type kinds_of_group(std::uint32_t first_field) {
  switch (first_field) {
    case 1:
    case 2:
      return bits::node;
    case 3:
      return bits::way;
    case 4:
      return bits::relation;
    case 5:
      return bits::nothing;  // changesets
    default:
      return bits::all;
  }
}

/// A packed block, of which no more is unpacked than is asked for.
class PackedBlock {
 public:
  PackedBlock(std::string_view packed, std::size_t size) : plain_(size, '\0') {
    is_sound_ = inflateInit(&stream_) == Z_OK;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
  }
  PackedBlock(const PackedBlock&) = delete;
  PackedBlock& operator=(const PackedBlock&) = delete;
  ~PackedBlock() { inflateEnd(&stream_); }

  std::string_view ensure(std::size_t bytes) {
    const auto wanted = std::min(bytes, plain_.size());
    if (is_sound_ && unpacked_ < wanted) {
      stream_.next_out = reinterpret_cast<Bytef*>(plain_.data() + unpacked_);
      stream_.avail_out = static_cast<uInt>(wanted - unpacked_);
      const int status = inflate(&stream_, Z_SYNC_FLUSH);
      is_sound_ = status == Z_OK || status == Z_STREAM_END;
      unpacked_ = wanted - stream_.avail_out;
    }
    return std::string_view(plain_).substr(0, unpacked_);
  }

 private:
  std::string plain_;
  z_stream stream_{};
  std::size_t unpacked_ = 0;
  bool is_sound_ = false;
};

bits::type kinds_of_blob(std::string_view blob) {
  protozero::pbf_reader fields(blob.data(), blob.size());
  std::uint64_t size = 0;
  std::string_view packed;
  while (fields.next()) {
    if (fields.tag() == kRaw && fields.wire_type() == protozero::pbf_wire_type::length_delimited) {
      const auto raw = fields.get_view();
      return kinds_in_block(raw.size(), [&](std::size_t) { return std::string_view(raw.data(), raw.size()); });
    }
    if (fields.tag() == kRawSize && fields.wire_type() == protozero::pbf_wire_type::varint) {
      size = fields.get_uint64();
    } else if (fields.tag() == kZlib && fields.wire_type() == protozero::pbf_wire_type::length_delimited) {
      const auto view = fields.get_view();
      packed = {view.data(), view.size()};
    } else {
      fields.skip();
    }
  }
  if (packed.empty() || size == 0 || size > kLongestBlob) return bits::all;
  PackedBlock block(packed, size);
  return kinds_in_block(size, [&](std::size_t bytes) { return block.ensure(bytes); });
}

/// What a blob's header says of it.
struct BlobHeader {
  std::string type;
  std::uint64_t bytes = 0;
};

BlobHeader header_from(const std::string& text) {
  BlobHeader header;
  protozero::pbf_reader fields(text);
  while (fields.next()) {
    if (fields.tag() == kType && fields.wire_type() == protozero::pbf_wire_type::length_delimited) {
      header.type = fields.get_string();
    } else if (fields.tag() == kDataSize && fields.wire_type() == protozero::pbf_wire_type::varint) {
      header.bytes = fields.get_uint64();
    } else {
      fields.skip();
    }
  }
  return header;
}

/// Whether all of so many bytes could be read.
bool read_exactly(std::istream& stream, std::string& text, std::size_t bytes) {
  text.resize(bytes);
  return static_cast<bool>(stream.read(text.data(), static_cast<std::streamsize>(bytes)));
}

/// The length of the next header; none at the end of the file or when there is none.
std::optional<std::uint32_t> next_length(std::istream& stream) {
  std::string bytes;
  if (!read_exactly(stream, bytes, 4)) return std::nullopt;
  std::uint32_t length = 0;
  for (const char byte : bytes) length = (length << 8U) | static_cast<unsigned char>(byte);
  return length;
}

/// A file in memory that can be opened by its path.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("nearme-osm", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "cannot make a file in memory");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  void add(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0) throw std::system_error(errno, std::generic_category(), "cannot write into memory");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

bits::type kinds_in_block(std::size_t size, const std::function<std::string_view(std::size_t)>& ensure) {
  constexpr std::size_t kLongestStart = 24;  // a key, a length, and the key of what is inside
  auto kinds = bits::nothing;
  try {
    for (std::size_t at = 0; at < size;) {
      const auto block = ensure(at + kLongestStart);
      if (block.size() < std::min(at + kLongestStart, size)) return bits::all;
      const char* place = block.data() + at;
      const char* const end = block.data() + block.size();
      const auto key = protozero::decode_varint(&place, end);
      const auto value = protozero::decode_varint(&place, end);
      const auto after = static_cast<std::size_t>(place - block.data());
      const auto wire_type = key & 7U;
      if (wire_type == static_cast<unsigned>(protozero::pbf_wire_type::varint)) {
        at = after;
        continue;
      }
      const bool is_message = wire_type == static_cast<unsigned>(protozero::pbf_wire_type::length_delimited);
      if (!is_message || value > size - after) return bits::all;
      if (key >> 3U == kPrimitiveGroup && value > 0) {
        kinds = kinds | kinds_of_group(static_cast<std::uint32_t>(protozero::decode_varint(&place, end) >> 3U));
      }
      at = after + value;
    }
  } catch (const protozero::exception&) {
    return bits::all;
  }
  return kinds;
}

std::optional<PbfBlobs> PbfBlobs::scan(const std::filesystem::path& path) {
  PbfBlobs found(path);
  std::ifstream stream(path, std::ios::binary);
  std::string text;
  std::uint64_t offset = 0;
  try {
    while (const auto length = next_length(stream)) {
      if (*length > kLongestHeader || !read_exactly(stream, text, *length)) return std::nullopt;
      const auto header = header_from(text);
      const bool is_first = found.blobs_.empty();
      const bool is_as_expected = header.type == (is_first ? "OSMHeader" : "OSMData");
      if (!is_as_expected || header.bytes > kLongestBlob || !read_exactly(stream, text, header.bytes)) {
        return std::nullopt;
      }
      const auto bytes = 4 + *length + header.bytes;
      found.blobs_.push_back(
          {.offset = offset, .bytes = bytes, .kinds = is_first ? bits::nothing : kinds_of_blob(text)});
      offset += bytes;
    }
  } catch (const protozero::exception&) {
    return std::nullopt;
  }
  if (found.blobs_.empty() || stream.gcount() != 0) return std::nullopt;
  return found;
}

std::uint64_t PbfBlobs::bytes_of(Kinds kinds) const {
  std::uint64_t bytes = 0;
  for (const auto& blob : blobs_) bytes += (blob.kinds & kinds) == bits::nothing ? 0 : blob.bytes;
  return bytes;
}

void PbfBlobs::for_each_part(Kinds kinds,
                             const std::function<void(const std::string& path, std::uint64_t bytes)>& use) const {
  std::ifstream stream(path_, std::ios::binary);
  std::string text;
  const auto copy = [&](const Blob& blob, MemoryFile& to) {
    stream.seekg(static_cast<std::streamoff>(blob.offset));
    if (!read_exactly(stream, text, blob.bytes)) {
      throw std::system_error(std::make_error_code(std::errc::io_error), "the file has become shorter");
    }
    to.add(text);
  };
  for (std::size_t next = 1; next < blobs_.size();) {
    MemoryFile part;
    copy(blobs_[0], part);
    std::uint64_t bytes = 0;
    for (; next < blobs_.size() && bytes < kBytesOfPart; ++next) {
      if ((blobs_[next].kinds & kinds) == bits::nothing) continue;
      copy(blobs_[next], part);
      bytes += blobs_[next].bytes;
    }
    if (bytes > 0) use(part.path(), bytes);
  }
}

}  // namespace nearme
