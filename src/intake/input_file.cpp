#include "intake/input_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include <unistd.h>

#include "intake/unpack/choose_entry.hpp"
#include "intake/unpack/zip_archive.hpp"

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

Result<void> copy_to(ByteSource& from, const std::filesystem::path& path) {
  std::ofstream copy(path, std::ios::binary | std::ios::trunc);
  while (true) {
    TRY(const auto bytes, from.next());
    if (bytes.empty()) break;
    copy.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  copy.close();
  if (!copy) return fail(ErrorKind::unreadable, "cannot unpack to {}: {}", path.string(), std::strerror(errno));
  return {};
}

Result<std::filesystem::path> make_temporary() {
  auto pattern = (std::filesystem::temp_directory_path() / "nearme-import-XXXXXX").string();
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) return fail(ErrorKind::unreadable, "cannot make {}: {}", pattern, std::strerror(errno));
  ::close(descriptor);
  return std::filesystem::path(pattern);
}

/// "clinics.csv" for "clinics.csv.gz".
std::filesystem::path without_packing(const std::filesystem::path& path) {
  const auto ending = path.extension();
  if (ending == ".gz" || ending == ".bz2" || ending == ".zst" || ending == ".zstd") return path.stem();
  return path.filename();
}

Result<void> check_readable(const PackedFile& file) {
  std::error_code failure;
  if (std::filesystem::is_directory(file.path, failure)) {
    return fail(ErrorKind::unreadable, "cannot read {}: it is a folder", file.name);
  }
  const std::ifstream stream(file.path, std::ios::binary);
  if (!stream) return fail(ErrorKind::unreadable, "cannot read {}: {}", file.name, std::strerror(errno));
  return {};
}

}  // namespace

struct InputFile::Temporary {
  std::filesystem::path path;
  explicit Temporary(std::filesystem::path made) : path(std::move(made)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() { ::unlink(path.c_str()); }
};

Result<InputFile> InputFile::open(const std::filesystem::path& path, const std::string& entry,
                                  const std::string& called) {
  InputFile file;
  file.packed_ = {
      .path = path, .name = called.empty() ? path.string() : called, .packing = Packing::plain, .entry = {}};
  if (path == "-") {
    TRY(file.packed_.path, make_temporary());
    file.temporary_ = std::make_shared<const Temporary>(file.packed_.path);
    file.packed_.name = "standard input";
    TRY_VOID(copy_to(std::cin, file.packed_.path));
  }
  TRY_VOID(check_readable(file.packed_));
  std::error_code failure;
  const auto size = std::filesystem::file_size(file.packed_.path, failure);
  file.size_ = failure ? 0 : size;
  file.inner_name_ = std::filesystem::path(file.packed_.name.substr(0, file.packed_.name.find('?'))).filename();
  TRY_VOID(file.look_inside());
  file.packed_.packing = packing_of(file.first_bytes_);
  if (file.packed_.packing == Packing::plain && entry.empty()) return file;
  TRY_VOID(file.choose_entry(entry));
  TRY_VOID(file.look_inside());
  return file;
}

Result<void> InputFile::choose_entry(const std::string& entry) {
  if (packed_.packing != Packing::zip) {
    inner_name_ = without_packing(inner_name_);
    if (entry.empty()) return {};
    return fail_parameter("entry", "{} is no ZIP archive, so there is no '{}' in it", packed_.name, entry);
  }
  TRY(entries_, entries_of_zip(packed_.path, packed_.name));
  TRY(packed_.entry, nearme::choose_entry(packed_.name, entries_, entry));
  inner_name_ = std::filesystem::path(packed_.entry).filename();
  return {};
}

Result<void> InputFile::look_inside() {
  TRY(const auto source, open_bytes(packed_));
  first_bytes_.clear();
  while (first_bytes_.size() < kChunkBytes) {
    TRY(const auto bytes, source->next());
    if (bytes.empty()) break;
    first_bytes_ += bytes.substr(0, kChunkBytes - first_bytes_.size());
  }
  return {};
}

Result<InputFile> InputFile::with_entry(const std::string& entry) const {
  auto other = *this;
  other.packed_.entry = entry;
  other.inner_name_ = std::filesystem::path(entry).filename();
  TRY_VOID(other.look_inside());
  return other;
}

Result<InputFile> InputFile::unpacked() const {
  auto plain = *this;
  TRY(plain.packed_.path, make_temporary());
  plain.temporary_ = std::make_shared<const Temporary>(plain.packed_.path);
  TRY(const auto source, bytes());
  TRY_VOID(copy_to(*source, plain.packed_.path));
  plain.packed_.packing = Packing::plain;
  plain.size_ = std::filesystem::file_size(plain.packed_.path);
  return plain;
}

Result<std::string_view> ChunkReader::next() {
  if (bytes_ == nullptr) {
    TRY(bytes_, file_.bytes());
  }
  return bytes_->next();
}

}  // namespace nearme
