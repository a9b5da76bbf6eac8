#include "hours/opening_hours.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "hours/hours_evaluator.hpp"
#include "hours/hours_text.hpp"

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days kDaysWorkedOut{372};

/// The days to work out: those of the schedule, and the one before, whose spans may reach past midnight.
struct DayRange {
  Date first;
  Date last;

  [[nodiscard]] sys_days begin() const { return sys_days{first}; }
  [[nodiscard]] sys_days end() const { return sys_days{last} + days{1}; }
};

/// The first seven days of a weekly text, which tell all.
Result<OpenDays> one_week(const std::string& text, const HoursPlace& place, DayRange range) {
  TRY(const auto evaluator, HoursEvaluator::open(text, place));
  return evaluator.days(range.first, Date{range.begin() + days{6}});
}

Result<OpenDays> every_day(const std::string& text, const HoursPlace& place, DayRange range) {
  TRY(const auto evaluator, HoursEvaluator::open(text, place));
  return evaluator.days(range.first, range.last);
}

/// The public holidays of a country, worked out once for the range asked for last: many texts ask for the same.
Result<std::shared_ptr<const OpenDays>> holidays_of(const HoursPlace& place, DayRange range) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const OpenDays>> by_country;
  static Date first;
  {
    const std::lock_guard lock(mutex);
    if (std::exchange(first, range.first) != range.first) by_country.clear();
    if (const auto known = by_country.find(place.country); known != by_country.end()) return known->second;
  }
  TRY(auto holidays, every_day("PH 00:00-24:00", place, range));
  auto shared = std::make_shared<const OpenDays>(std::move(holidays));
  const std::lock_guard lock(mutex);
  if (first == range.first) by_country[place.country] = shared;
  return shared;
}

/// Weeks alike but for the public holidays: seven days that are none, and each that is one, tell all.
Result<OpenDays> repeat_week_but_holidays(const std::string& text, const HoursPlace& place, DayRange range) {
  TRY(const auto holidays, holidays_of(place, range));
  TRY(const auto evaluator, HoursEvaluator::open(text, place));
  std::array<std::optional<OpenDay>, 7> week;
  OpenDays all;
  for (const auto& [day, holiday] : *holidays) {
    auto& usual = week[std::chrono::weekday{sys_days{day}}.c_encoding()];
    if (holiday.empty() && usual) {
      all[day] = *usual;
      continue;
    }
    TRY(auto only, evaluator.days(day, day));
    all[day] = only.at(day);
    if (holiday.empty()) usual = all[day];
  }
  return all;
}

Result<OpenDays> work_out(const std::string& text, const HoursPlace& place, DayRange range) {
  switch (rhythm_of(text)) {
    case HoursRhythm::weekly:
      return one_week(text, place, range);
    case HoursRhythm::weekly_holidays:
      return repeat_week_but_holidays(text, place, range);
    case HoursRhythm::any:
      break;
  }
  return every_day(text, place, range);
}

}  // namespace

std::string schedule_key(std::string_view text, const HoursPlace& place) {
  std::string key(text);
  if (rhythm_of(text) == HoursRhythm::weekly) return key;
  key.append("\n").append(place.country);
  if (follows_the_sun(text))
    key.append(fmt::format("\n{}\n{} {}", place.time_zone, place.position.lat_e7(), place.position.lon_e7()));
  return key;
}

Result<Schedule> compile_opening_hours(std::string_view text, const HoursPlace& place, Date from) {
  const DayRange range{.first = Date{sys_days{from} - days{1}},
                       .last = Date{sys_days{from} + kDaysWorkedOut - days{1}}};
  const auto plain = with_plain_round_the_clock(text);
  auto all = work_out(plain, place, range);
  if (!all && all.error().kind == ErrorKind::not_found) all = work_out(without_holidays(plain), place, range);
  if (!all) {
    return fail(ErrorKind::invalid_input, "'{}' cannot be read as opening hours; write them like 'Mo-Fr 09:00-18:00'",
                text);
  }
  return schedule_from(*all, from, range.last);
}

}  // namespace nearme
