#include "base/file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "base/new_file.hpp"

namespace nearme {

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    return fail(ErrorKind::unreadable, "cannot read {}: {}", path.string(),
                std::filesystem::is_directory(path) ? "it is a folder" : std::strerror(errno));
  }
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

Result<void> replace_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  TRY(NewFile file, NewFile::make(path));
  TRY_VOID(file.append(bytes));
  return std::move(file).put_in_place();
}

Result<void> replace_file(const std::filesystem::path& path, std::string_view text) {
  return replace_file(path, std::as_bytes(std::span(text)));
}

Result<void> make_writable_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    return fail(ErrorKind::unreadable, "cannot make the folder {}: {}", folder.string(), failure.message());
  }
  if (!std::filesystem::is_directory(folder)) return fail(ErrorKind::unreadable, "{} is not a folder", folder.string());
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return fail(ErrorKind::unreadable, "cannot write to the folder {}: {}", folder.string(), std::strerror(errno));
  }
  return {};
}

}  // namespace nearme
