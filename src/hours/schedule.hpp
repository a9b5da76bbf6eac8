#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace nearme {

/// Open from `from` up to, but not including, `to`, in minutes after the local midnight that begins the day; `to` may
/// reach past midnight (22:00-02:00 is 1320-1560), at most to the end of the next day.
struct OpenSpan {
  std::uint16_t from = 0;
  std::uint16_t to = 0;

  friend auto operator<=>(const OpenSpan&, const OpenSpan&) = default;
};

/// The spans of one day, in order, apart from each other.
using OpenDay = std::vector<OpenSpan>;

/// When a place is open: a usual week, the days that differ from it, and the last day for which that is known.
/// In local time; the time zone is the site's. An expression that could not be understood has no Schedule at all.
struct Schedule {
  std::array<OpenDay, 7> week;         ///< Monday first
  std::map<Date, OpenDay> exceptions;  ///< public holidays, seasons: they replace the usual day
  Date valid_from{};                   ///< the first day that was worked out
  Date valid_until{};                  ///< the last one; past it the state is unknown

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

enum class OpenState : std::uint8_t { unknown, closed, open };

/// The state at a moment, and when it next changes, where that is within the days worked out.
struct OpenAt {
  OpenState state = OpenState::unknown;
  std::optional<Instant> until;

  friend bool operator==(const OpenAt&, const OpenAt&) = default;
};

std::string_view to_string(OpenState state);

/// The spans of one local day: those of the exceptions, else those of the usual week.
const OpenDay& day_of(const Schedule& schedule, Date day);

/// What a schedule says at a moment, at a place of this time zone (IANA name). Right across midnight and across changes
/// of daylight-saving time. An unknown time zone gives unknown.
OpenAt state_at(const Schedule& schedule, const std::string& time_zone, Instant moment);

}  // namespace nearme
