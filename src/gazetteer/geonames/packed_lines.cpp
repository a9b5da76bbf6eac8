#include "gazetteer/geonames/packed_lines.hpp"

#include <algorithm>
#include <cctype>

#include <archive.h>
#include <archive_entry.h>

namespace nearme {
namespace {

constexpr std::size_t kBlock = std::size_t{64} * 1024;
constexpr std::size_t kLongestLine = std::size_t{1024} * 1024;

/// "readme.txt" and the table of languages lie beside the dumps.
bool is_table(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto file = std::filesystem::path(name).filename().string();
  return !file.empty() && !file.starts_with("readme") && !file.starts_with("iso-language") && !file.starts_with("._");
}

std::string reason_of(struct archive* archive) {
  const char* const reason = archive_error_string(archive);
  return reason == nullptr ? "it cannot be unpacked" : reason;
}

}  // namespace

struct PackedLines::Archive {
  struct archive* handle = archive_read_new();

  Archive() {
    archive_read_support_filter_all(handle);
    archive_read_support_format_zip(handle);
    archive_read_support_format_empty(handle);
    archive_read_support_format_raw(handle);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() { archive_read_free(handle); }

  Result<void> find_table(const std::string& name) const {
    struct archive_entry* entry = nullptr;
    for (;;) {
      const int state = archive_read_next_header(handle, &entry);
      if (state == ARCHIVE_EOF) return fail(ErrorKind::invalid_input, "{} holds no table", name);
      if (state < ARCHIVE_WARN) return fail(ErrorKind::corrupt, "cannot unpack {}: {}", name, reason_of(handle));
      const char* const path = archive_entry_pathname(entry);
      if (archive_entry_filetype(entry) != AE_IFDIR && is_table(path == nullptr ? "data" : path)) return {};
    }
  }
};

PackedLines::PackedLines(std::unique_ptr<Archive> archive, std::string name)
    : archive_(std::move(archive)), name_(std::move(name)) {}
PackedLines::PackedLines(PackedLines&& other) noexcept = default;
PackedLines& PackedLines::operator=(PackedLines&& other) noexcept = default;
PackedLines::~PackedLines() = default;

Result<PackedLines> PackedLines::open(const std::filesystem::path& path) {
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) {
    return fail(ErrorKind::unreadable, "cannot read {}: it is a folder", path.string());
  }
  auto archive = std::make_unique<Archive>();
  if (archive_read_open_filename(archive->handle, path.c_str(), kBlock) != ARCHIVE_OK) {
    return fail(ErrorKind::unreadable, "cannot read {}: {}", path.string(), reason_of(archive->handle));
  }
  TRY_VOID(archive->find_table(path.string()));
  return PackedLines{std::move(archive), path.string()};
}

Result<bool> PackedLines::read_more() {
  text_.erase(0, begin_);
  begin_ = 0;
  if (text_.size() > kLongestLine) {
    return fail(ErrorKind::corrupt, "line {} of {} is longer than a mebibyte; this is no table", line_ + 1, name_);
  }
  const auto size = text_.size();
  text_.resize(size + kBlock);
  const auto count = archive_read_data(archive_->handle, text_.data() + size, kBlock);
  if (count < 0) {
    return fail(ErrorKind::corrupt, "cannot unpack {} behind line {}: {}", name_, line_, reason_of(archive_->handle));
  }
  text_.resize(size + static_cast<std::size_t>(count));
  return count > 0;
}

Result<std::optional<std::string_view>> PackedLines::next() {
  auto end = text_.find('\n', begin_);
  while (end == std::string::npos && !at_end_) {
    const auto searched = text_.size() - begin_;
    TRY(const bool has_more, read_more());
    at_end_ = !has_more;
    end = text_.find('\n', searched);
  }
  if (end == std::string::npos && begin_ == text_.size()) return std::nullopt;
  auto line = std::string_view(text_).substr(begin_, end == std::string::npos ? end : end - begin_);
  begin_ = end == std::string::npos ? text_.size() : end + 1;
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line_++ == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return line;
}

std::uint64_t PackedLines::bytes_read() const {
  return static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(archive_->handle, -1)));
}

}  // namespace nearme
