#include "service/pages/open_words.hpp"

#include <array>

#include <date/tz.h>

namespace nearme {
namespace {

constexpr std::uint16_t kMinutesOfDay = 24 * 60;
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

const date::time_zone* zone_called(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {
    return nullptr;
  }
}

std::string clock_words(std::chrono::minutes since_midnight) {
  const auto minutes = since_midnight.count() % kMinutesOfDay;
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

/// "18:00", "tomorrow 09:00", "Monday 09:00", and past a week the date.
std::string moment_words(std::chrono::local_seconds then, std::chrono::local_seconds now) {
  using std::chrono::days;
  const auto day = std::chrono::floor<days>(then);
  const auto clock = clock_words(std::chrono::floor<std::chrono::minutes>(then - day));
  const auto ahead = (day - std::chrono::floor<days>(now)).count();
  if (ahead <= 0) return clock;
  if (ahead == 1) return "tomorrow " + clock;
  if (ahead < 7) return fmt::format("{} {}", kWeekdays.at(std::chrono::weekday{day}.c_encoding()), clock);
  return fmt::format("{} {}", format_date(Date{day}), clock);
}

std::string span_words(const OpenSpan& span) {
  return fmt::format("{}–{}", clock_words(std::chrono::minutes{span.from}), clock_words(std::chrono::minutes{span.to}));
}

}  // namespace

std::chrono::local_seconds local_time(const std::string& time_zone, Instant moment) {
  const auto* zone = zone_called(time_zone);
  const auto offset = zone == nullptr ? std::chrono::seconds{0} : zone->get_info(moment).offset;
  return std::chrono::local_seconds{moment.time_since_epoch() + offset};
}

Date local_day(const std::string& time_zone, Instant moment) {
  return Date{std::chrono::floor<std::chrono::days>(local_time(time_zone, moment))};
}

std::string open_words(const OpenAt& open, const std::string& time_zone, Instant now) {
  if (open.state == OpenState::unknown) return "Opening times not known";
  const bool is_open = open.state == OpenState::open;
  if (!open.until) return is_open ? "Open now" : "Closed now";
  const auto until = moment_words(local_time(time_zone, *open.until), local_time(time_zone, now));
  return is_open ? "Open until " + until : "Closed, opens " + until;
}

std::string day_words(const OpenDay& day) {
  std::string words;
  for (const auto& span : day) {
    if (span.to - span.from == kMinutesOfDay) return "Open all day";
    if (!words.empty()) words += ", ";
    words += span_words(span);
  }
  return words.empty() ? "Closed" : words;
}

}  // namespace nearme
