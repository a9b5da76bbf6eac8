#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// A moment in UTC, to the second.
using Instant = std::chrono::sys_seconds;

/// A day of the calendar, of no particular time zone.
using Date = std::chrono::year_month_day;

/// Now, from the system's clock.
Instant now();

/// Reads `2026-11-22T18:00:00Z`, with any offset, a space for the T, a fraction of seconds (dropped), or a bare date
/// (midnight UTC). Errors: invalid_input with the text.
Result<Instant> parse_instant(std::string_view text);

/// Writes RFC 3339 in UTC: `2026-11-22T18:00:00Z`.
std::string format_instant(Instant instant);

/// Reads `2026-11-22`. Errors: invalid_input with the text.
Result<Date> parse_date(std::string_view text);

/// Writes `2026-11-22`.
std::string format_date(Date date);

}  // namespace nearme
