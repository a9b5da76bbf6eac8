#pragma once

#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace nearme {

/// The bytes of a ZIP archive with these names and texts, for tests. A name that ends in a slash is a folder.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  std::size_t most = 1024;
  for (const auto& [name, text] : files) most += 2 * text.size() + 4 * name.size() + 1024;
  std::string bytes(most, '\0');
  std::size_t size = 0;
  auto* const archive = archive_write_new();
  archive_write_set_format_zip(archive);
  archive_write_open_memory(archive, bytes.data(), bytes.size(), &size);
  for (const auto& [name, text] : files) {
    auto* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_write_header(archive, entry);
    archive_write_data(archive, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(archive);
  archive_write_free(archive);
  bytes.resize(size);
  return bytes;
}

}  // namespace nearme
