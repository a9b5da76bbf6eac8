#include "index/entry/schedules.hpp"

#include <utility>

#include "hours/opening_hours.hpp"

namespace nearme {
namespace {

HoursPlace place_of(const Site& site) {
  return {.country = site.address.country, .position = site.position, .time_zone = site.time_zone};
}

}  // namespace

std::shared_ptr<const Schedule> schedule_of(const Site& site, Date today) {
  if (site.opening_hours.empty()) return nullptr;
  auto schedule = compile_opening_hours(site.opening_hours, place_of(site), today);
  return schedule ? std::make_shared<const Schedule>(*std::move(schedule)) : nullptr;
}

std::shared_ptr<const Schedule> SharedSchedules::of(const Site& site) {
  if (site.opening_hours.empty()) return nullptr;
  std::string key = schedule_key(site.opening_hours, place_of(site));
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = by_key_.find(key); known != by_key_.end()) return known->second;
  }
  // Meanwhile others find theirs; should two work out the same, the first stays.
  auto schedule = schedule_of(site, today_);
  const std::lock_guard lock(mutex_);
  return by_key_.try_emplace(std::move(key), std::move(schedule)).first->second;
}

}  // namespace nearme
