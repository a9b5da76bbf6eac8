#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "search/search.hpp"
#include "service/live_gazetteer.hpp"

namespace nearme {

/// The image that answers now. Looks once a second, on a thread of its own, whether another file has taken the image's
/// name, or a gazetteer has changed, and goes over to it; who holds the old one keeps it until they are done.
///
/// A new image that cannot be opened is refused and logged once, and the one before goes on answering.
class Snapshots {
 public:
  /// Looks for the first time before it returns. The catalogue must outlive it.
  Snapshots(std::filesystem::path image, const Catalogue& catalogue, LiveGazetteer gazetteer);
  Snapshots(const Snapshots&) = delete;
  Snapshots& operator=(const Snapshots&) = delete;
  ~Snapshots() = default;

  /// Null until an image has been loaded. Threads: any.
  [[nodiscard]] std::shared_ptr<const Search> current() const;

  /// Looks now instead of at the next second. Threads: any.
  void look();

 private:
  /// What tells one file from the next of its name.
  struct Identity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed_nanoseconds = 0;

    friend bool operator==(const Identity&, const Identity&) = default;
  };

  [[nodiscard]] std::optional<Identity> identity() const;
  void keep_looking(const std::stop_token& stop);

  std::filesystem::path image_;
  const Catalogue& catalogue_;
  std::mutex looking_;  ///< one look at a time; guards `seen_` and `gazetteer_`
  LiveGazetteer gazetteer_;
  std::optional<Identity> seen_;  ///< of the file last looked at, whether it was any good or not
  mutable std::mutex guard_;      ///< guards `current_`
  std::shared_ptr<const Search> current_;
  std::condition_variable_any pause_;
  std::jthread thread_;  ///< last, so that it ends first
};

}  // namespace nearme
