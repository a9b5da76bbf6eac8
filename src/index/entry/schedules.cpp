#include "index/entry/schedules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "hours/opening_hours.hpp"

namespace nearme {
namespace {

/// What in a text makes the position matter. Holidays are known by country, which belongs to the key anyway.
constexpr std::array<std::string_view, 3> kLocalWords{"sun", "dawn", "dusk"};

bool depends_on_position(std::string_view text) {
  return std::ranges::any_of(kLocalWords, [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::string key_of(const Site& site) {
  std::string key = site.opening_hours;
  key.append("\n").append(site.address.country).append("\n").append(site.time_zone);
  if (depends_on_position(site.opening_hours))
    key += fmt::format("\n{} {}", site.position.lat_e7(), site.position.lon_e7());
  return key;
}

}  // namespace

std::shared_ptr<const Schedule> schedule_of(const Site& site, Date today) {
  if (site.opening_hours.empty()) return nullptr;
  const HoursPlace place{.country = site.address.country, .position = site.position, .time_zone = site.time_zone};
  auto schedule = compile_opening_hours(site.opening_hours, place, today);
  return schedule ? std::make_shared<const Schedule>(*std::move(schedule)) : nullptr;
}

std::shared_ptr<const Schedule> SharedSchedules::of(const Site& site) {
  const std::string key = key_of(site);
  const std::lock_guard lock(mutex_);
  const auto [found, is_new] = by_key_.try_emplace(key);
  if (is_new) found->second = schedule_of(site, today_);
  return found->second;
}

}  // namespace nearme
