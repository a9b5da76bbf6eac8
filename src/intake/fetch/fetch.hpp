#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// What a server said of a file when it was last fetched whole, so that it can be asked for news only.
struct Validators {
  std::string etag;
  std::string last_modified;
};

/// What to fetch, and the folder in which the parts of it and what is known of it are kept.
struct FetchRequest {
  std::string address;  ///< http or https
  std::filesystem::path folder;
};

struct FetchProgress {
  std::uint64_t bytes = 0;
  std::uint64_t bytes_in_all = 0;  ///< 0 where the server does not say
};

/// A file that was fetched. It goes when `forget_file` is called; what is known of it stays.
struct FetchedFile {
  std::filesystem::path path;
  bool not_modified = false;  ///< the server has nothing newer than last time; there is no file
  std::uint64_t resumed_at = 0;
  Validators validators;
};

bool is_address(std::string_view text);

/// Fetches a file by libcurl, following at most five redirections. A transfer that broke off is taken up where it
/// stopped, three times at once and again the next time that it is asked for, as long as the server has the same file
/// (If-Range). Asks only for what is newer than what `remember` was told of last time.
///
/// Errors: unavailable when the server cannot be reached or breaks off again and again; not_found and unreadable with
/// the status that it gave.
Result<FetchedFile> fetch(const FetchRequest& request, const std::function<void(const FetchProgress&)>& on_progress);

/// Keeps what the server said of a file whose import is complete, and removes the file.
Result<void> remember(const FetchRequest& request, const FetchedFile& file);

}  // namespace nearme
