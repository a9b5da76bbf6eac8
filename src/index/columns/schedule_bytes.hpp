#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "hours/schedule.hpp"

namespace nearme {

/// A schedule and the time zone that it is read in: what sites share.
struct ZonedSchedule {
  Schedule schedule;
  std::string time_zone;
};

/// A schedule as bytes that are equal when the schedules are (docs/image-format.md, section "SCHEDULE").
std::string to_bytes(const ZonedSchedule& zoned);

/// Errors: corrupt, for anything that `to_bytes` cannot have written.
Result<ZonedSchedule> schedule_from_bytes(std::string_view bytes);

}  // namespace nearme
