#include "intake/fetch/fetch.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <optional>

#include <curl/curl.h>

#include "base/checksum.hpp"
#include "base/file.hpp"
#include "base/json.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kTries = 4;
constexpr long kMostRedirections = 5;
constexpr long kSecondsToConnect = 30;
/// Slower than this for this long is a broken connection.
constexpr long kSlowestBytesPerSecond = 100;
constexpr long kSlowestForSeconds = 60;

constexpr long kWhole = 200;
constexpr long kPart = 206;
constexpr long kNotModified = 304;
constexpr long kNotFound = 404;
constexpr long kGone = 410;
constexpr long kPartNotThere = 416;

/// The names of the files that belong to an address: its part and its notes.
struct Keeping {
  fs::path part;
  fs::path part_notes;
  fs::path notes;

  explicit Keeping(const FetchRequest& request) {
    const auto name = to_hex(checksum(request.address));
    part = request.folder / (name + ".part");
    part_notes = request.folder / (name + ".part.json");
    notes = request.folder / (name + ".json");
  }
};

std::optional<Validators> read_notes(const fs::path& path, const std::string& address) {
  const auto text = read_file(path);
  if (!text) return std::nullopt;
  const auto notes = json::parse(*text, nullptr, false);
  if (!notes.is_object() || notes.value("address", "") != address) return std::nullopt;
  return Validators{.etag = notes.value("etag", ""), .last_modified = notes.value("last_modified", "")};
}

Result<void> write_notes(const fs::path& path, const std::string& address, const Validators& validators) {
  const json notes{{"address", address}, {"etag", validators.etag}, {"last_modified", validators.last_modified}};
  return replace_file(path, notes.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lowered;
}

struct FreeHeaders {
  void operator()(curl_slist* headers) const { curl_slist_free_all(headers); }
};
struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// One request to the server, written into the part file as it comes.
class Transfer {
 public:
  Transfer(const FetchRequest& request, Keeping keeping, const std::function<void(const FetchProgress&)>& on_progress)
      : request_(request), keeping_(std::move(keeping)), on_progress_(on_progress) {}

  /// Whether the file is whole now.
  Result<bool> run(const std::optional<Validators>& known) {
    prepare(known);
    const auto code = curl_easy_perform(handle_.get());
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status_);
    file_.reset();
    if (failure_) return std::unexpected(*failure_);
    if (code == CURLE_OK) return finish();
    if (is_worth_another_try(code)) {
      reason_ = error_[0] != '\0' ? error_.data() : curl_easy_strerror(code);
      return false;
    }
    return fail(ErrorKind::unavailable, "cannot fetch {}: {}", request_.address,
                error_[0] != '\0' ? error_.data() : curl_easy_strerror(code));
  }

  [[nodiscard]] FetchedFile file() const {
    return {.path = keeping_.part,
            .not_modified = status_ == kNotModified,
            .resumed_at = resumed_at_,
            .validators = validators_};
  }
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  static bool is_worth_another_try(CURLcode code) {
    return code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_OPERATION_TIMEDOUT ||
           code == CURLE_GOT_NOTHING || code == CURLE_SEND_ERROR;
  }

  void prepare(const std::optional<Validators>& known) {
    handle_.reset(curl_easy_init());
    validators_ = {};
    failure_.reset();
    written_ = 0;
    auto* const handle = handle_.get();
    curl_easy_setopt(handle, CURLOPT_URL, request_.address.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, kMostRedirections);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kSecondsToConnect);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kSlowestBytesPerSecond);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, kSlowestForSeconds);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "nearme");
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error_.data());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    set_conditions(known);
  }

  /// Asks for the rest of a part, else for what is newer than last time.
  void set_conditions(const std::optional<Validators>& known) {
    const auto of_part = read_notes(keeping_.part_notes, request_.address);
    std::error_code missing;
    const auto size = fs::file_size(keeping_.part, missing);
    const auto& same = of_part && !of_part->etag.empty() ? of_part->etag
                       : of_part                         ? of_part->last_modified
                                                         : std::string{};
    resumed_at_ = missing || same.empty() ? 0 : size;
    if (resumed_at_ > 0) {
      add_header("Range: bytes=" + std::to_string(resumed_at_) + "-");
      add_header("If-Range: " + same);
    } else if (known) {
      if (!known->etag.empty()) add_header("If-None-Match: " + known->etag);
      if (!known->last_modified.empty()) add_header("If-Modified-Since: " + known->last_modified);
    }
    curl_easy_setopt(handle_.get(), CURLOPT_HTTPHEADER, headers_.get());
  }

  void add_header(const std::string& line) { headers_.reset(curl_slist_append(headers_.release(), line.c_str())); }

  static std::size_t on_header(char* text, std::size_t size, std::size_t count, void* self) {
    static_cast<Transfer*>(self)->take_header({text, size * count});
    return size * count;
  }

  void take_header(std::string_view line) {
    if (line.starts_with("HTTP/")) validators_ = {};  // a redirection came before
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto name = lower(line.substr(0, colon));
    auto value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == '\r' || value.back() == '\n' || value.back() == ' '))
      value.remove_suffix(1);
    if (name == "etag") validators_.etag = value;
    if (name == "last-modified") validators_.last_modified = value;
  }

  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
    return static_cast<Transfer*>(self)->take_body({bytes, size * count}) ? size * count : 0;
  }

  bool take_body(std::string_view bytes) {
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status_);
    if (status_ != kWhole && status_ != kPart) return true;  // the text of an error
    if (!file_ && !open_part()) return false;
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
      failure_ =
          Error{.kind = ErrorKind::unreadable, .message = fmt::format("cannot write {}", keeping_.part.string())};
      return false;
    }
    written_ += bytes.size();
    tell_progress();
    return true;
  }

  /// The server may have another file by now: then it sends all of it, and the part begins anew.
  bool open_part() {
    if (status_ == kWhole) resumed_at_ = 0;
    file_.reset(std::fopen(keeping_.part.c_str(), status_ == kPart ? "ab" : "wb"));
    const auto noted = file_ ? write_notes(keeping_.part_notes, request_.address, validators_) : Result<void>{};
    if (file_ && noted) return true;
    failure_ = Error{.kind = ErrorKind::unreadable, .message = fmt::format("cannot write {}", keeping_.part.string())};
    return false;
  }

  void tell_progress() const {
    if (!on_progress_) return;
    curl_off_t length = -1;
    curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    on_progress_({.bytes = resumed_at_ + written_,
                  .bytes_in_all = length > 0 ? resumed_at_ + static_cast<std::uint64_t>(length) : 0});
  }

  Result<bool> finish() {
    if (status_ == kPartNotThere) {
      // The part is no beginning of what is there now, or all of it: fetched anew either way.
      fs::remove(keeping_.part);
      fs::remove(keeping_.part_notes);
      reason_ = "the part kept from last time does not fit";
      return false;
    }
    if (status_ == kWhole && written_ == 0 && !open_part()) return std::unexpected(*failure_);
    file_.reset();
    if (status_ == kWhole || status_ == kPart || status_ == kNotModified) return true;
    const auto kind = status_ == kNotFound || status_ == kGone ? ErrorKind::not_found : ErrorKind::unreadable;
    return fail(kind, "cannot fetch {}: the server answers {}", request_.address, status_);
  }

  const FetchRequest& request_;
  Keeping keeping_;
  const std::function<void(const FetchProgress&)>& on_progress_;
  std::unique_ptr<CURL, FreeHandle> handle_;
  std::unique_ptr<curl_slist, FreeHeaders> headers_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  long status_ = 0;
  std::uint64_t resumed_at_ = 0;
  std::uint64_t written_ = 0;
  Validators validators_;
  std::optional<Error> failure_;
  std::string reason_;
};

}  // namespace

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

Result<FetchedFile> fetch(const FetchRequest& request, const std::function<void(const FetchProgress&)>& on_progress) {
  static const auto kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kStarted != CURLE_OK)
    return fail(ErrorKind::unavailable, "cannot fetch {}: libcurl does not start", request.address);
  std::error_code failure;
  fs::create_directories(request.folder, failure);
  if (failure) return fail(ErrorKind::unreadable, "cannot make {}: {}", request.folder.string(), failure.message());
  const Keeping keeping(request);
  const auto known = read_notes(keeping.notes, request.address);
  std::string reason;
  for (int tried = 0; tried < kTries; ++tried) {
    Transfer transfer(request, keeping, on_progress);
    TRY(const bool is_whole, transfer.run(known));
    if (is_whole) return transfer.file();
    reason = transfer.reason();
  }
  return fail(ErrorKind::unavailable,
              "{} breaks off again and again ({}); what came is kept, and the next try goes on there", request.address,
              reason);
}

Result<void> remember(const FetchRequest& request, const FetchedFile& file) {
  const Keeping keeping(request);
  std::error_code ignored;
  fs::remove(keeping.part, ignored);
  fs::remove(keeping.part_notes, ignored);
  if (file.not_modified) return {};
  return write_notes(keeping.notes, request.address, file.validators);
}

}  // namespace nearme
