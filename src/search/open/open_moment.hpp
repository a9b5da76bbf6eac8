#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "index/image/index.hpp"
#include "search/opening.hpp"

namespace nearme {

/// Which sites of an index are open at one moment. Sites share schedules, so that only the few distinct ones are worked
/// out. Immutable; threads: any. Lives no longer than the index.
class OpenMoment {
 public:
  OpenMoment(const Index& index, Instant moment);

  [[nodiscard]] Instant moment() const { return moment_; }
  [[nodiscard]] OpenState state(SitePosition site) const { return states_[index_.schedule_number(site)].state; }
  /// With the time of the next change.
  [[nodiscard]] const OpenAt& state_and_change(SitePosition site) const {
    return states_[index_.schedule_number(site)];
  }
  /// The sites that are open for certain.
  [[nodiscard]] const BitTrie& open_sites() const { return open_sites_.view(); }

 private:
  const Index& index_;
  Instant moment_;
  std::vector<OpenAt> states_;  ///< by schedule number
  OwnedBitTrie open_sites_;
};

/// Which sites of an index are open at some time of a window, each by the clock where it is. Immutable; threads: any.
/// Lives no longer than the index.
class OpenDuring {
 public:
  OpenDuring(const Index& index, const OpenWindow& window);

  [[nodiscard]] const OpenWindow& window() const { return window_; }
  /// The sites that are open then for certain.
  [[nodiscard]] const BitTrie& open_sites() const { return open_sites_.view(); }

 private:
  OpenWindow window_;
  OwnedBitTrie open_sites_;
};

/// Remembers the present minute, where somebody keeps it renewed, and the last few other moments, to the
/// minute, and windows that were asked for. What is not remembered is worked out while the asker waits. Threads: any.
class OpenMoments {
 public:
  explicit OpenMoments(const Index& index) : index_(index) {}

  [[nodiscard]] std::shared_ptr<const OpenMoment> at(Instant moment);

  [[nodiscard]] std::shared_ptr<const OpenDuring> during(const OpenWindow& window);

  /// Works this minute and the next one out beforehand, and keeps them whatever else is asked for. What is there
  /// already costs nothing.
  void renew(Instant present);

 private:
  static constexpr std::size_t kRemembered = 8;

  [[nodiscard]] std::shared_ptr<const OpenMoment> known_or_worked_out(Instant minute);

  [[nodiscard]] std::shared_ptr<const OpenMoment> recall(Instant minute);
  [[nodiscard]] std::shared_ptr<const OpenDuring> recall(const OpenWindow& window);

  const Index& index_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<const OpenMoment>> recent_;   ///< last asked for last
  std::vector<std::shared_ptr<const OpenDuring>> windows_;  ///< last asked for last
  std::vector<std::shared_ptr<const OpenMoment>> renewed_;  ///< the present minute and the next
};

}  // namespace nearme
