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
/// begin with `from`, by KOpeningHours. A day with any span of unknown state ("by appointment") counts as closed then.
/// Errors: invalid_input with the text, when it cannot be read or says nothing about weekly times.
/// Cost: about a millisecond. Threads: any.
Result<Schedule> compile_opening_hours(std::string_view text, const HoursPlace& place, Date from);

}  // namespace nearme
