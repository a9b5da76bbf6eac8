#pragma once

#include <string>
#include <string_view>

namespace nearme {

/// Opening hours as text, looked at without working them out. `docs/data-model.md` names the syntax.

/// Writes `24/7` as `00:00-24:00` where it stands among other rules: KOpeningHours takes a text with `24/7` in it for
/// open always, and would lose the `Dec 25 off` behind it.
std::string with_plain_round_the_clock(std::string_view text);

/// Takes out what is said of public (PH) and school holidays (SH): rules for nothing else go, lists of days lose them.
/// For places whose holidays nobody knows.
std::string without_holidays(std::string_view text);

/// How the days that a text speaks of repeat.
enum class HoursRhythm : std::uint8_t {
  weekly,           ///< weekdays and times alone: every week is like every other
  weekly_holidays,  ///< the same, and public holidays
  any,              ///< months, dates, weeks, the sun, anything else
};

/// Reads the rhythm off the words; `any` when in doubt.
HoursRhythm rhythm_of(std::string_view text);

/// Whether the sun's rise or set comes into it.
bool follows_the_sun(std::string_view text);

}  // namespace nearme
