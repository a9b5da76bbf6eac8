#include "service/pages/open_words.hpp"

#include <vector>

#include <date/tz.h>
#include <fmt/ranges.h>

namespace nearme {
namespace {

constexpr std::uint16_t kMinutesOfDay = 24 * 60;

const date::time_zone* zone_called(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {
    return nullptr;
  }
}

/// "18:00", "tomorrow 09:00", "Monday 09:00", and past a week the date.
std::string moment_words(const Language& language, std::chrono::local_seconds then, std::chrono::local_seconds now) {
  using std::chrono::days;
  const auto& formats = language.formats();
  const auto day = std::chrono::floor<days>(then);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(then - day).count();
  const auto clock = formats.clock(static_cast<int>(minutes));
  const auto ahead = (day - std::chrono::floor<days>(now)).count();
  if (ahead <= 0) return clock;
  const auto on = ahead == 1 ? formats.tomorrow() : ahead < 7 ? formats.weekday(Date{day}) : formats.date(Date{day});
  return language.say("open.on-day", {{"day", on}, {"clock", clock}});
}

std::string span_words(const Language& language, const OpenSpan& span) {
  const auto clock = [&](int minutes) { return language.formats().clock(minutes % kMinutesOfDay); };
  return fmt::format("{}–{}", clock(span.from), clock(span.to));
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

std::string open_words(const Language& language, const OpenAt& open, const std::string& time_zone, Instant now) {
  if (open.state == OpenState::unknown) return language.say("open.unknown");
  const bool is_open = open.state == OpenState::open;
  if (!open.until) return language.say(is_open ? "open.now" : "open.closed-now");
  const auto until = moment_words(language, local_time(time_zone, *open.until), local_time(time_zone, now));
  return language.say(is_open ? "open.until" : "open.opens", {{"moment", until}});
}

std::string day_words(const Language& language, const OpenDay& day) {
  std::vector<std::string> spans;
  for (const auto& span : day) {
    if (span.to - span.from == kMinutesOfDay) return language.say("open.all-day");
    spans.push_back(span_words(language, span));
  }
  return spans.empty() ? language.say("open.closed")
                       : fmt::format("{}", fmt::join(spans, language.say("quantity.comma")));
}

}  // namespace nearme
