#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "intake/unpack/byte_source.hpp"

namespace nearme {

/// The names of the files of an archive, in its order, folders and hidden ones apart. Errors: corrupt, unreadable.
Result<std::vector<std::string>> entries_of_zip(const std::filesystem::path& path, const std::string& name);

/// One entry of an archive, streamed. Errors: unreadable when there is none of that name; corrupt from the reading when
/// it is damaged or has a password.
Result<std::unique_ptr<ByteSource>> open_zip_entry(const PackedFile& file);

}  // namespace nearme
