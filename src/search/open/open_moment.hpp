#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "index/image/index.hpp"

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

/// Remembers the present minute, where somebody keeps it renewed, and the last few other moments that were asked for,
/// to the minute. What is not remembered is worked out while the asker waits. Threads: any.
class OpenMoments {
 public:
  explicit OpenMoments(const Index& index) : index_(index) {}

  [[nodiscard]] std::shared_ptr<const OpenMoment> at(Instant moment);

  /// Works this minute and the next one out beforehand, and keeps them whatever else is asked for. What is there
  /// already costs nothing.
  void renew(Instant present);

 private:
  static constexpr std::size_t kRemembered = 8;

  [[nodiscard]] std::shared_ptr<const OpenMoment> known_or_worked_out(Instant minute);

  [[nodiscard]] std::shared_ptr<const OpenMoment> recall(Instant minute);

  const Index& index_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<const OpenMoment>> recent_;   ///< last asked for last
  std::vector<std::shared_ptr<const OpenMoment>> renewed_;  ///< the present minute and the next
};

}  // namespace nearme
