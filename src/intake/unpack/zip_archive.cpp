#include "intake/unpack/zip_archive.hpp"

#include <algorithm>
#include <optional>

#include <archive.h>
#include <archive_entry.h>

namespace nearme {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;

/// A ZIP archive and the place in it. Only its directory at the end is believed: an archive that breaks off has none.
class OpenArchive {
 public:
  OpenArchive() { archive_read_support_format_zip_seekable(handle_); }
  OpenArchive(const OpenArchive&) = delete;
  OpenArchive& operator=(const OpenArchive&) = delete;
  ~OpenArchive() { archive_read_free(handle_); }

  [[nodiscard]] bool open(const std::filesystem::path& path) {
    return archive_read_open_filename(handle_, path.c_str(), kChunkBytes) == ARCHIVE_OK;
  }

  /// Steps to the next file and gives its name; none at the end.
  Result<std::optional<std::string>> next(const std::string& archive_name) {
    struct archive_entry* entry = nullptr;
    const int state = archive_read_next_header(handle_, &entry);
    if (state == ARCHIVE_EOF) return std::nullopt;
    if (state < ARCHIVE_WARN) {
      return fail(ErrorKind::corrupt, "{} is no whole ZIP archive: {}", archive_name, reason());
    }
    const char* const name = archive_entry_pathname(entry);
    return name == nullptr ? std::string{} : std::string(name);
  }

  [[nodiscard]] la_ssize_t read(std::string& buffer) {
    return archive_read_data(handle_, buffer.data(), buffer.size());
  }

  [[nodiscard]] std::uint64_t packed_bytes_read() const {
    return static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(handle_, -1)));
  }

  [[nodiscard]] std::string reason() const {
    const char* const said = archive_error_string(handle_);
    return said == nullptr ? "its directory is missing" : said;
  }

 private:
  struct archive* handle_ = archive_read_new();
};

class ZipSource : public ByteSource {
 public:
  ZipSource(std::unique_ptr<OpenArchive> archive, std::string name)
      : archive_(std::move(archive)), name_(std::move(name)), buffer_(kChunkBytes, '\0') {}

  Result<std::string_view> next() override {
    const auto count = archive_->read(buffer_);
    if (count < 0) return fail(ErrorKind::corrupt, "{} is damaged: {}", name_, archive_->reason());
    return std::string_view(buffer_).substr(0, static_cast<std::size_t>(count));
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return archive_->packed_bytes_read(); }

 private:
  std::unique_ptr<OpenArchive> archive_;
  std::string name_;
  std::string buffer_;
};

bool is_hidden(std::string_view name) {
  return name.ends_with('/') || name.starts_with("__MACOSX/") || name.starts_with('.') || name.contains("/.");
}

Result<std::unique_ptr<OpenArchive>> open_archive(const std::filesystem::path& path, const std::string& name) {
  auto archive = std::make_unique<OpenArchive>();
  if (archive->open(path)) return archive;
  return fail(ErrorKind::corrupt, "{} is no whole ZIP archive: {}", name, archive->reason());
}

}  // namespace

Result<std::vector<std::string>> entries_of_zip(const std::filesystem::path& path, const std::string& name) {
  TRY(const auto archive, open_archive(path, name));
  std::vector<std::string> entries;
  TRY(auto entry, archive->next(name));
  while (entry) {
    if (!is_hidden(*entry)) entries.push_back(*entry);
    TRY(entry, archive->next(name));
  }
  return entries;
}

Result<std::unique_ptr<ByteSource>> open_zip_entry(const PackedFile& file) {
  TRY(auto archive, open_archive(file.path, file.name));
  TRY(auto entry, archive->next(file.name));
  while (entry && *entry != file.entry) {
    TRY(entry, archive->next(file.name));
  }
  if (!entry) return fail(ErrorKind::unreadable, "there is no '{}' in {}", file.entry, file.name);
  return std::make_unique<ZipSource>(std::move(archive), file.name);
}

}  // namespace nearme
