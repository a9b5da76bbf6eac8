#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "base/time.hpp"
#include "service/snapshot.hpp"

namespace nearme {

/// When what has changed is folded into a new image.
struct FoldPolicy {
  std::size_t changes = 50'000;          ///< when so many sites have changed
  std::chrono::seconds age{600};         ///< or when the oldest change is so old
  std::chrono::seconds patience{30};     ///< how long somebody else may take who is making an image
  int rest = 10;                         ///< times as long as the last fold took nothing is folded for its age
  std::chrono::milliseconds pause{500};  ///< from one look to the next
};

/// Whether the policy asks for a fold, `since_last` after the last one ended, which took `last_took`.
struct FoldTiming {
  Date today;
  std::chrono::seconds since_last;
  std::chrono::seconds last_took;
};
[[nodiscard]] bool is_due(const FoldPolicy& policy, const Freshness& freshness, const FoldTiming& timing);

/// Makes a new image in the background, at low priority: when the changes over it are many or old, when the day has
/// changed (claims expire, and the year of opening times moves on), when the log is too far ahead, when there is no
/// image. What is changed meanwhile stays over the new image.
class Folding {
 public:
  /// Makes an image for a day out of what the store has now.
  using Rebuild = std::function<Result<void>(Date today)>;

  /// All of it must outlive the folding; destroying it waits for a fold that is under way.
  Folding(const FoldPolicy& policy, Rebuild rebuild, Snapshots& snapshots);

  [[nodiscard]] bool is_at_work() const { return is_at_work_; }

 private:
  void work(const std::stop_token& stop);
  void fold(Date today);

  FoldPolicy policy_;
  Rebuild rebuild_;
  Snapshots& snapshots_;
  std::chrono::steady_clock::time_point last_end_;
  std::chrono::seconds last_took_{0};
  std::atomic<bool> is_at_work_ = false;
  std::condition_variable_any wake_;
  std::jthread thread_;  ///< last, so that it ends first
};

}  // namespace nearme
