#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// The whole file as text. Errors: unreadable, with the path and the system's reason.
Result<std::string> read_file(const std::filesystem::path& path);

/// Puts `bytes` at `path`, wholly or not at all: written beside it, flushed to the disk, then renamed over it, so that
/// a reader or a crash finds the old file or the new one. Errors: unreadable; nothing is left behind then.
Result<void> replace_file(const std::filesystem::path& path, std::span<const std::byte> bytes);
Result<void> replace_file(const std::filesystem::path& path, std::string_view text);

/// Makes the folder and its parents where missing. Errors: unreadable when it is no folder or cannot be written to.
Result<void> make_writable_folder(const std::filesystem::path& folder);

}  // namespace nearme
