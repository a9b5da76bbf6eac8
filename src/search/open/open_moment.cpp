#include "search/open/open_moment.hpp"

#include <algorithm>

#include "hours/local_time.hpp"

namespace nearme {
namespace {

std::vector<OpenAt> states_at(const Index& index, Instant moment) {
  std::vector<OpenAt> states;
  states.reserve(index.schedule_count());
  for (std::uint32_t number = 0; number < index.schedule_count(); ++number) {
    states.push_back(index.schedule_state(number, moment));
  }
  return states;
}

OwnedBitTrie open_sites_of(const Index& index, const std::vector<OpenState>& states) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t position = 0; position < index.size(); ++position) {
    if (states[index.schedule_number(SitePosition{position})] == OpenState::open) positions.push_back(position);
  }
  return OwnedBitTrie::from_positions(positions, index.size());
}

std::vector<OpenState> plain(const std::vector<OpenAt>& states) {
  std::vector<OpenState> plain;
  plain.reserve(states.size());
  for (const auto& state : states) plain.push_back(state.state);
  return plain;
}

/// Whether a schedule is open at some moment from `from` on that is before `to`, or at `from`.
OpenState state_between(const Index& index, std::uint32_t schedule, Instant from, Instant to) {
  const auto first = index.schedule_state(schedule, from);
  const bool opens_later = first.state == OpenState::closed && first.until && *first.until < to;
  return opens_later ? OpenState::open : first.state;
}

OpenState state_during(const Index& index, std::uint32_t schedule, const OpenWindow& window) {
  using std::chrono::days;
  using std::chrono::minutes;
  using std::chrono::sys_days;
  const auto zone = index.schedule_time_zone(schedule);
  auto best = OpenState::unknown;
  for (sys_days day{window.first}; day <= sys_days{window.last} && best != OpenState::open; day += days{1}) {
    const auto state = state_between(index, schedule, instant_at(Date{day}, minutes{window.from}, zone),
                                     instant_at(Date{day}, minutes{window.to}, zone));
    best = std::max(best, state);
  }
  return best;
}

std::vector<OpenState> states_during(const Index& index, const OpenWindow& window) {
  std::vector<OpenState> states;
  states.reserve(index.schedule_count());
  for (std::uint32_t number = 0; number < index.schedule_count(); ++number) {
    states.push_back(state_during(index, number, window));
  }
  return states;
}

}  // namespace

OpenMoment::OpenMoment(const Index& index, Instant moment)
    : index_(index),
      moment_(moment),
      states_(states_at(index, moment)),
      open_sites_(open_sites_of(index, plain(states_))) {}

OpenDuring::OpenDuring(const Index& index, const OpenWindow& window)
    : window_(window), open_sites_(open_sites_of(index, states_during(index, window))) {}

std::shared_ptr<const OpenMoment> OpenMoments::at(Instant moment) {
  const Instant minute = std::chrono::floor<std::chrono::minutes>(moment);
  if (auto known = recall(minute)) return known;
  // Worked out without the lock: others go on meanwhile, and at worst do the same work.
  auto worked_out = std::make_shared<const OpenMoment>(index_, minute);
  const std::lock_guard lock(mutex_);
  if (recent_.size() == kRemembered) recent_.erase(recent_.begin());
  return recent_.emplace_back(std::move(worked_out));
}

void OpenMoments::renew(Instant present) {
  const Instant minute = std::chrono::floor<std::chrono::minutes>(present);
  std::vector<std::shared_ptr<const OpenMoment>> renewed;
  for (const Instant one : {minute, minute + std::chrono::minutes{1}}) renewed.push_back(known_or_worked_out(one));
  const std::lock_guard lock(mutex_);
  renewed_.swap(renewed);
}

std::shared_ptr<const OpenMoment> OpenMoments::known_or_worked_out(Instant minute) {
  if (auto known = recall(minute)) return known;
  return std::make_shared<const OpenMoment>(index_, minute);
}

std::shared_ptr<const OpenMoment> OpenMoments::recall(Instant minute) {
  const std::lock_guard lock(mutex_);
  const auto renewed = std::ranges::find(renewed_, minute, &OpenMoment::moment);
  if (renewed != renewed_.end()) return *renewed;
  const auto known = std::ranges::find(recent_, minute, &OpenMoment::moment);
  if (known == recent_.end()) return nullptr;
  // What is asked for again stays longest.
  std::rotate(known, known + 1, recent_.end());
  return recent_.back();
}

std::shared_ptr<const OpenDuring> OpenMoments::during(const OpenWindow& window) {
  if (auto known = recall(window)) return known;
  auto worked_out = std::make_shared<const OpenDuring>(index_, window);
  const std::lock_guard lock(mutex_);
  if (windows_.size() == kRemembered) windows_.erase(windows_.begin());
  return windows_.emplace_back(std::move(worked_out));
}

std::shared_ptr<const OpenDuring> OpenMoments::recall(const OpenWindow& window) {
  const std::lock_guard lock(mutex_);
  const auto known = std::ranges::find(windows_, window, &OpenDuring::window);
  if (known == windows_.end()) return nullptr;
  std::rotate(known, known + 1, windows_.end());
  return windows_.back();
}

}  // namespace nearme
