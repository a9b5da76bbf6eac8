#include "hours/days_to_schedule.hpp"

#include <algorithm>

namespace nearme {
namespace {

std::size_t weekday_of(Date day) { return std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1; }

/// How often each pattern was met.
using Patterns = std::map<OpenDay, int>;

OpenDay most_frequent(const Patterns& patterns) {
  const auto most = std::ranges::max_element(patterns, {}, [](const auto& entry) { return entry.second; });
  return most == patterns.end() ? OpenDay{} : most->first;
}

}  // namespace

OpenDay tidy(OpenDay day) {
  std::ranges::sort(day);
  OpenDay tidied;
  for (const auto span : day) {
    if (span.from >= span.to) continue;
    if (!tidied.empty() && span.from <= tidied.back().to) {
      tidied.back().to = std::max(tidied.back().to, span.to);
    } else {
      tidied.push_back(span);
    }
  }
  return tidied;
}

Schedule schedule_from(const OpenDays& days, Date valid_from, Date valid_until) {
  Schedule schedule{.week = {}, .exceptions = {}, .valid_from = valid_from, .valid_until = valid_until};
  std::array<Patterns, 7> patterns;
  for (const auto& [day, spans] : days) ++patterns[weekday_of(day)][spans];
  std::ranges::transform(patterns, schedule.week.begin(), most_frequent);
  for (const auto& [day, spans] : days) {
    if (spans != schedule.week[weekday_of(day)]) schedule.exceptions.emplace(day, spans);
  }
  return schedule;
}

}  // namespace nearme
