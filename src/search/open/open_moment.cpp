#include "search/open/open_moment.hpp"

#include <algorithm>

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

OwnedBitTrie open_sites_of(const Index& index, const std::vector<OpenAt>& states) {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t position = 0; position < index.size(); ++position) {
    if (states[index.schedule_number(SitePosition{position})].state == OpenState::open) positions.push_back(position);
  }
  return OwnedBitTrie::from_positions(positions, index.size());
}

}  // namespace

OpenMoment::OpenMoment(const Index& index, Instant moment)
    : index_(index), moment_(moment), states_(states_at(index, moment)), open_sites_(open_sites_of(index, states_)) {}

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

}  // namespace nearme
