#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// A time that somebody chose by the clock of the place, "2026-11-28T18:00", as the field of the filters writes it.
struct ChosenTime {
  Date day;
  int minutes = 0;  ///< after midnight
};

/// None when it is no such time.
std::optional<ChosenTime> read_chosen_time(std::string_view text);

/// When that is, in a time zone (IANA name). Of a time that comes twice, the one before the clocks change; an unknown
/// zone is taken for UTC.
Instant moment_of(const ChosenTime& time, const std::string& time_zone);

/// "open at 18:00 on Saturday 28 November".
std::string chosen_time_words(const Language& language, const ChosenTime& time);

}  // namespace nearme
