#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nearme {

/// Whether a text of opening hours is in everyday words rather than in the syntax of OpenStreetMap: whole names of
/// days, "am" and "pm", "to", "closed", a point between hours and minutes.
bool is_in_free_words(std::string_view text);

/// Everyday opening hours in the syntax of OpenStreetMap: "Mon-Fri 9am - 5.30pm, Sat 10-2pm, Sunday closed" gives
/// "Mo-Fr 09:00-17:30; Sa 10:00-14:00; Su off". Understood are English, German, French and Spanish names of days and
/// their short forms, ranges and lists of them, "daily", "weekdays", "weekends"; times with or without minutes and with
/// am or pm, "noon", "midnight", "24 hours"; several stretches a day. Days without times, times that end before they
/// begin without reason, and any word besides give none: half a week understood would be wrong.
std::optional<std::string> hours_from_words(std::string_view text);

/// The times of one day alone: "9am-1pm and 2pm-5.30pm" gives "09:00-13:00,14:00-17:30", "Closed" gives "off".
std::optional<std::string> times_from_words(std::string_view text);

}  // namespace nearme
