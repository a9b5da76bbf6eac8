#pragma once

#include <string>

#include "base/time.hpp"
#include "hours/schedule.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// The wall clock of a time zone (IANA name) at a moment. An unknown zone is taken for UTC.
std::chrono::local_seconds local_time(const std::string& time_zone, Instant moment);

/// The calendar day there.
Date local_day(const std::string& time_zone, Instant moment);

/// "Open until 18:00", "Closed, opens tomorrow 09:00", "Opening times not known": in the site's own time.
std::string open_words(const Language& language, const OpenAt& open, const std::string& time_zone, Instant now);

/// The spans of a day: "09:00-18:00", "09:00-12:00, 13:00-18:00", "Open all day", "Closed".
std::string day_words(const Language& language, const OpenDay& day);

}  // namespace nearme
