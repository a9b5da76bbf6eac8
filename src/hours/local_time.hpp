#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace nearme {

/// Writes a moment as RFC 3339 in the local time of a zone (IANA name), with its offset then:
/// `2026-07-01T18:00:00+01:00`. An unknown or empty zone is UTC, `...Z`.
std::string format_local(Instant moment, std::string_view time_zone);

/// The day on the calendar at a moment in a zone; an unknown or empty zone is UTC.
Date local_date(Instant moment, std::string_view time_zone);

/// The moment at which the clocks of a zone show so many minutes after the midnight that begins a day: the first of two
/// where they are put back, the moment of the change where they skip it. An unknown or empty zone is UTC.
Instant instant_at(Date day, std::chrono::minutes after_midnight, std::string_view time_zone);

}  // namespace nearme
