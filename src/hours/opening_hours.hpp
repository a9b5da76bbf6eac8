#pragma once

#include <string>
#include <string_view>

#include "geo/lat_lon.hpp"
#include "hours/schedule.hpp"

namespace nearme {

/// Where opening hours hold: public holidays go by country and region, sunrise by position.
struct HoursPlace {
  std::string country;  ///< ISO 3166-1 alpha-2; may be empty
  LatLon position;
  std::string time_zone;  ///< IANA name; may be empty
};

/// Works out opening hours in the syntax of OpenStreetMap (wiki: Key:opening_hours/specification) for the 372 days that
/// begin with `from`, by KOpeningHours. Spans of unknown state ("by appointment") count as closed; an open end
/// ("17:00+") counts as one hour. Public holidays are those of the country; where they are not known, and for school
/// holidays everywhere, what the text says of them is left out and the rest holds. The night after
/// a day off ("22:00-02:00; Dec 25 off") goes to the day that follows it, as KOpeningHours has it. A program that links
/// this runs with TZ set to UTC; hours_evaluator.hpp says why.
/// Errors: invalid_input with the text, when it cannot be read or says nothing about weekly times. Cost: about a tenth
/// of a millisecond for weekdays and times alone, some milliseconds for texts with dates. Threads: any; calls wait for
/// one another.
Result<Schedule> compile_opening_hours(std::string_view text, const HoursPlace& place, Date from);

/// What the schedule of a text hangs on: texts and places of one key have equal schedules. Weekdays and times alone are
/// the same everywhere, holidays go by country, and only the sun by time zone and position.
std::string schedule_key(std::string_view text, const HoursPlace& place);

}  // namespace nearme
