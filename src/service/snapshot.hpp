#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "index/live/delta.hpp"
#include "search/search.hpp"
#include "service/live_gazetteer.hpp"

namespace nearme {

/// How far what answers is from what an image made now would say.
struct Freshness {
  std::optional<Date> day;     ///< for which the image was worked out; none: there is no image
  std::size_t changes = 0;     ///< sites that have changed since the image
  std::chrono::seconds age{};  ///< since the oldest of these changes was seen, or since the log got too far ahead
  bool is_far_behind = false;  ///< the log is too far ahead to be followed; only a new image helps
};

/// What answers now: the image, and over it what the store's log says has changed since, by this process or another.
///
/// A thread of its own follows: five times a second, and at once when it is told of a commit, it takes what the log has
/// new, and goes over to another file that has taken the image's name, or to other gazetteers. Another sees to it that
/// the sites open in the coming minute are known before it begins. Who holds an older state keeps it until they are
/// done.
///
/// A new image that cannot be opened, and a store that does not answer, are logged once; what was there before goes on
/// answering.
class Snapshots {
 public:
  /// Looks for the first time before it returns. The store and the catalogue must outlive it.
  Snapshots(std::filesystem::path image, Store& store, const Catalogue& catalogue, LiveGazetteer gazetteer);
  Snapshots(const Snapshots&) = delete;
  Snapshots& operator=(const Snapshots&) = delete;
  ~Snapshots() = default;

  /// Null until an image has been loaded. Threads: any.
  [[nodiscard]] std::shared_ptr<const Search> current() const;

  /// Looks for a new image and new changes now, and returns when they answer. Threads: any.
  void look();

  /// Says that the log has grown; does not wait. Threads: any.
  void note_commit();

  [[nodiscard]] Freshness freshness() const;

 private:
  /// What tells one file from the next of its name.
  struct Identity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed_nanoseconds = 0;

    friend bool operator==(const Identity&, const Identity&) = default;
  };
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::optional<Identity> identity() const;
  [[nodiscard]] bool take_up_new_image();
  [[nodiscard]] bool take_changes();
  [[nodiscard]] Result<bool> take_part_of_log();
  void publish();
  void tell_freshness();
  void log_once(const Error& error);
  void follow(const std::stop_token& stop);
  void keep_minutes(const std::stop_token& stop);

  std::filesystem::path image_;
  Store& store_;
  const Catalogue& catalogue_;

  std::mutex looking_;  ///< one look at a time; guards the next seven
  LiveGazetteer gazetteer_;
  bool has_new_places_ = false;   ///< that no search knows yet
  std::optional<Identity> seen_;  ///< of the file last looked at, whether it was any good or not
  std::optional<Delta> delta_;    ///< none until an image has been loaded
  bool is_far_behind_ = false;
  std::optional<Clock::time_point> oldest_;  ///< when the first change since the image was seen
  std::string last_error_;

  mutable std::mutex guard_;  ///< guards the next three
  std::shared_ptr<const Search> current_;
  Freshness freshness_;
  bool has_commit_ = false;

  std::condition_variable_any wake_;
  std::jthread following_;  ///< last, so that they end first
  std::jthread minutes_;
};

}  // namespace nearme
