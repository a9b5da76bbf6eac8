#pragma once

#include <map>

#include "hours/schedule.hpp"

namespace nearme {

/// What is known of each single day.
using OpenDays = std::map<Date, OpenDay>;

/// Puts the spans of a day in order and joins those that touch or overlap.
OpenDay tidy(OpenDay day);

/// Finds the usual week in single days: for each weekday the spans that most of its days have (the earlier opening
/// where two are as frequent). Days that differ become exceptions. `days` has every day from the one before
/// `valid_from`, whose spans may reach past midnight, to `valid_until`.
Schedule schedule_from(const OpenDays& days, Date valid_from, Date valid_until);

}  // namespace nearme
