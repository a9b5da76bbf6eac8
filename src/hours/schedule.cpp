#include "hours/schedule.hpp"

#include <algorithm>
#include <stdexcept>

#include <date/tz.h>

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::minutes;

/// What the clock on the wall and the calendar beside it show is all that a schedule speaks of: both halves of a change
/// of daylight-saving time follow from reading that clock.
struct LocalSpan {
  local_seconds from;
  local_seconds to;

  [[nodiscard]] bool holds(local_seconds moment) const { return from <= moment && moment < to; }
};

LocalSpan local_span(local_days day, OpenSpan span) {
  return {.from = day + minutes{span.from}, .to = day + minutes{span.to}};
}

const OpenDay& spans_of(const Schedule& schedule, local_days day) { return day_of(schedule, Date{day}); }

/// The end of the last span that holds at `moment`. A span may have begun on the day before, never earlier.
std::optional<local_seconds> end_of_open(const Schedule& schedule, local_seconds moment) {
  std::optional<local_seconds> end;
  const auto today = std::chrono::floor<days>(moment);
  for (const auto day : {today - days{1}, today}) {
    for (const auto span : spans_of(schedule, day)) {
      const auto local = local_span(day, span);
      if (local.holds(moment)) end = end ? std::max(*end, local.to) : local.to;
    }
  }
  return end;
}

/// The first moment after the days that were worked out.
local_seconds horizon(const Schedule& schedule) { return local_days{schedule.valid_until} + days{1}; }

/// When a place that is open closes; spans that touch are one. Nothing when that lies behind the horizon.
std::optional<local_seconds> closing_after(const Schedule& schedule, local_seconds moment) {
  auto end = end_of_open(schedule, moment);
  while (end && *end < horizon(schedule)) {
    const auto later = end_of_open(schedule, *end);
    if (!later) return end;
    end = later;
  }
  return std::nullopt;
}

/// When a place that is closed opens. Nothing when that lies behind the horizon.
std::optional<local_seconds> opening_after(const Schedule& schedule, local_seconds moment) {
  for (auto day = std::chrono::floor<days>(moment); day < horizon(schedule); day += days{1}) {
    for (const auto span : spans_of(schedule, day)) {
      const auto from = local_span(day, span).from;
      if (from > moment) return from < horizon(schedule) ? std::optional(from) : std::nullopt;
    }
  }
  return std::nullopt;
}

OpenState state_at_local(const Schedule& schedule, local_seconds moment) {
  const Date day{std::chrono::floor<days>(moment)};
  if (day < schedule.valid_from || day > schedule.valid_until) return OpenState::unknown;
  return end_of_open(schedule, moment) ? OpenState::open : OpenState::closed;
}

std::optional<local_seconds> change_after(const Schedule& schedule, OpenState state, local_seconds moment) {
  return state == OpenState::open ? closing_after(schedule, moment) : opening_after(schedule, moment);
}

/// Between two changes of a zone's offset the wall clock runs evenly; at a change it jumps.
struct EvenTime {
  Instant end;
  std::chrono::seconds offset;

  [[nodiscard]] local_seconds local(Instant moment) const { return local_seconds{moment.time_since_epoch() + offset}; }
  [[nodiscard]] Instant instant(local_seconds moment) const { return Instant{moment.time_since_epoch() - offset}; }
};

EvenTime even_time_at(const date::time_zone& zone, Instant moment) {
  const auto facts = zone.get_info(moment);
  return {.end = facts.end, .offset = facts.offset};
}

std::optional<Instant> next_change(const Schedule& schedule, const date::time_zone& zone, Instant moment) {
  auto even = even_time_at(zone, moment);
  const auto state = state_at_local(schedule, even.local(moment));
  while (true) {
    const auto change = change_after(schedule, state, even.local(moment));
    if (change && even.instant(*change) < even.end) return even.instant(*change);
    // The clock jumps first. The horizon is wall time, so nothing that a jump skips lies behind it.
    if (even.local(even.end) >= horizon(schedule)) return std::nullopt;
    moment = even.end;
    even = even_time_at(zone, moment);
    const auto state_now = state_at_local(schedule, even.local(moment));
    if (state_now == OpenState::unknown) return std::nullopt;
    if (state_now != state) return moment;
  }
}

const date::time_zone* find_zone(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

}  // namespace

std::string_view to_string(OpenState state) {
  switch (state) {
    case OpenState::unknown:
      return "unknown";
    case OpenState::closed:
      return "closed";
    case OpenState::open:
      return "open";
  }
  return "unknown";
}

const OpenDay& day_of(const Schedule& schedule, Date day) {
  const auto exception = schedule.exceptions.find(day);
  if (exception != schedule.exceptions.end()) return exception->second;
  const std::chrono::weekday weekday{local_days{day}};
  return schedule.week[weekday.iso_encoding() - 1];
}

OpenAt state_at(const Schedule& schedule, const std::string& time_zone, Instant moment) {
  const auto* zone = find_zone(time_zone);
  if (zone == nullptr) return {};
  const auto state = state_at_local(schedule, even_time_at(*zone, moment).local(moment));
  if (state == OpenState::unknown) return {};
  return {.state = state, .until = next_change(schedule, *zone, moment)};
}

}  // namespace nearme
