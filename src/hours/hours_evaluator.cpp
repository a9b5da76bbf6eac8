#include "hours/hours_evaluator.hpp"

#include <KOpeningHours/Interval>
#include <QDateTime>
#include <QLoggingCategory>
#include <QTimeZone>
#include <cstdlib>
#include <ctime>
#include <limits>

#include "hours/hours_text.hpp"

namespace nearme {
namespace {

using KOpeningHours::Interval;
using KOpeningHours::OpeningHours;
using std::chrono::days;
using std::chrono::sys_days;

constexpr int kMinutesOfDay = 24 * 60;

std::mutex one_at_a_time;

/// Runs before `main`, while there is one thread: the environment cannot be changed safely later.
[[maybe_unused]] const bool kProcessIsInUtc = [] {
  ::setenv("TZ", "UTC0", 1);
  ::tzset();
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  return true;
}();

QDate to_qdate(Date day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

QDateTime midnight_of(Date day) { return {to_qdate(day), QTime(0, 0)}; }

/// Minutes since the midnight that begins `first`.
int minutes_since(Date first, const QDateTime& moment) {
  const auto whole_days = static_cast<int>(to_qdate(first).daysTo(moment.date()));
  return whole_days * kMinutesOfDay + moment.time().msecsSinceStartOfDay() / 60'000;
}

/// Open time in minutes since the midnight that begins the first day wanted.
struct OpenMinutes {
  int from;
  int to;
};

/// "17:00+" says when it opens and not when it closes. KOpeningHours then has an empty interval, and an hour before it
/// calls the place closed: that hour is what counts.
constexpr int kOpenEndMinutes = 60;

OpenMinutes open_minutes(const Interval& interval, Date first, int horizon) {
  const int from = interval.hasOpenBegin() ? 0 : minutes_since(first, interval.begin());
  int to = interval.hasOpenEnd() ? horizon : minutes_since(first, interval.end());
  if (interval.hasOpenEndTime()) to = std::max(to, from + kOpenEndMinutes);
  return {.from = from, .to = to};
}

/// Gives open time to the days that it begins on. What begins at midnight or lasts more than a day (`Mo-Fr`, one
/// interval of five days) is cut at each midnight; the rest stays one span, past midnight or not.
class DayFiller {
 public:
  DayFiller(OpenDays& open_days, Date first) : open_days_(open_days), first_(first) {}

  void add(OpenMinutes open) {
    const bool whole = open.from % kMinutesOfDay != 0 && open.to - open.from <= kMinutesOfDay;
    if (open.from < 0 && whole) return;  // the night of a day that is not wanted
    open.from = std::max(open.from, 0);
    while (open.from < open.to) {
      const int midnight = (open.from / kMinutesOfDay + 1) * kMinutesOfDay;
      const int to = whole ? open.to : std::min(open.to, midnight);
      add_to_day(open.from, to);
      open.from = to;
    }
  }

 private:
  void add_to_day(int from, int to) {
    const auto day = open_days_.find(Date{sys_days{first_} + days{from / kMinutesOfDay}});
    if (day == open_days_.end()) return;
    const int start = from % kMinutesOfDay;
    day->second.push_back(
        {.from = static_cast<std::uint16_t>(start), .to = static_cast<std::uint16_t>(start + to - from)});
  }

  OpenDays& open_days_;
  Date first_;
};

std::unexpected<Error> cannot_read(const std::string& text) {
  return fail(ErrorKind::invalid_input, "'{}' cannot be read as opening hours; write them like 'Mo-Fr 09:00-18:00'",
              text);
}

QTimeZone zone_called(const std::string& name) {
  const QTimeZone zone{QByteArray::fromStdString(name)};
  return zone.isValid() ? zone : QTimeZone::utc();
}

}  // namespace

Result<HoursEvaluator> HoursEvaluator::open(const std::string& text, const HoursPlace& place) {
  std::unique_lock turn(one_at_a_time);
  OpeningHours hours(text.data(), text.size());
  // Finding the holidays of a country is slow, and so is loading a zone, which only the sun needs.
  if (rhythm_of(text) != HoursRhythm::weekly) hours.setRegion(QString::fromStdString(place.country));
  hours.setLocation(static_cast<float>(place.position.lat()), static_cast<float>(place.position.lon()));
  if (follows_the_sun(text)) hours.setTimeZone(zone_called(place.time_zone));
  switch (hours.error()) {
    case OpeningHours::NoError:
      return HoursEvaluator(std::move(turn), std::move(hours), text);
    case OpeningHours::MissingRegion:
    case OpeningHours::UnsupportedFeature:
      return fail(ErrorKind::not_found, "'{}' needs holidays that are not known for the country '{}'", text,
                  place.country);
    default:
      return cannot_read(text);
  }
}

Result<OpenDays> HoursEvaluator::days(Date first, Date last) const {
  OpenDays open_days;
  for (auto day = sys_days{first}; day <= sys_days{last}; day += std::chrono::days{1}) open_days[Date{day}];
  const int horizon = static_cast<int>(open_days.size()) * kMinutesOfDay;
  DayFiller filler(open_days, first);
  auto interval = hours_.interval(midnight_of(first));
  if (!interval.isValid()) return cannot_read(text_);
  int resumed_day = 0;
  int reached = std::numeric_limits<int>::min();
  while (interval.isValid()) {
    const auto open = open_minutes(interval, first, horizon);
    if (open.from <= reached) {
      // Where sunrise passes a fixed time ("sunrise-08:00") intervals can turn in a circle: the next day leads out.
      resumed_day = std::max(resumed_day, reached / kMinutesOfDay) + 1;
      if (resumed_day * kMinutesOfDay >= horizon) break;
      reached = std::numeric_limits<int>::min();
      interval = hours_.interval(midnight_of(Date{sys_days{first} + std::chrono::days{resumed_day}}));
      continue;
    }
    reached = open.from;
    if (interval.state() == Interval::Open) filler.add(open);
    if (open.to >= horizon || interval.hasOpenEnd()) break;
    interval = hours_.nextInterval(interval);
  }
  for (auto& [day, spans] : open_days) spans = tidy(std::move(spans));
  return open_days;
}

}  // namespace nearme
