#include "index/build/schedule_numbers.hpp"

#include <cstring>
#include <string>

#include "index/columns/schedule_bytes.hpp"

namespace nearme {
namespace {

std::string address_of(const Schedule* schedule, std::string_view time_zone) {
  std::string address(sizeof schedule, '\0');
  std::memcpy(address.data(), &schedule, sizeof schedule);
  return address.append(time_zone);
}

}  // namespace

std::uint32_t ScheduleNumbers::number_of(const std::shared_ptr<const Schedule>& schedule, std::string_view time_zone) {
  if (!schedule) return 0;
  const std::uint32_t known = addresses_.number_of(address_of(schedule.get(), time_zone));
  if (known == seen_.size()) {
    const ZonedSchedule zoned{.schedule = *schedule, .time_zone = std::string(time_zone)};
    seen_.push_back({.schedule = schedule, .number = numbers_.number_of(to_bytes(zoned))});
  }
  return seen_[known].number;
}

}  // namespace nearme
