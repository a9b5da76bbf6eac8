#include "base/time.hpp"

#include <charconv>
#include <optional>

#include <fmt/compile.h>

namespace nearme {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Takes exactly `digits` digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int number = 0;
  const auto end = text.data() + digits;
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc{} || stop != end || number < 0) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<seconds> take_time_of_day(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute) return std::nullopt;
  int second = 0;
  if (take(text, ":")) {
    const auto taken = take_number(text, 2);
    if (!taken) return std::nullopt;
    second = *taken;
    if (take(text, ".")) {
      while (take(text, "0123456789")) continue;
    }
  }
  if (*hour > 24 || *minute > 59 || second > 60) return std::nullopt;
  return hours{*hour} + minutes{*minute} + seconds{second};
}

/// The offset of local time from UTC: nothing or Z is zero.
std::optional<seconds> take_offset(std::string_view& text) {
  if (text.empty() || take(text, "Zz")) return seconds{0};
  const bool west = text.front() == '-';
  // A plus sign in an unescaped URL arrives as a space.
  if (!take(text, "+- ")) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour) return std::nullopt;
  take(text, ":");
  const auto minute = text.empty() ? std::optional{0} : take_number(text, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  const seconds offset = hours{*hour} + minutes{*minute};
  return west ? -offset : offset;
}

}  // namespace

Instant now() { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); }

Result<Instant> parse_instant(std::string_view text) {
  std::string_view rest = text;
  const auto wrong = [&] {
    return fail(ErrorKind::invalid_input, "'{}' is not a date and time such as 2026-11-22T18:00:00Z", text);
  };
  const auto date = take_date(rest);
  if (!date) return wrong();
  const Instant midnight = std::chrono::sys_days{*date};
  if (rest.empty()) return midnight;
  if (!take(rest, "Tt ")) return wrong();
  const auto time_of_day = take_time_of_day(rest);
  if (!time_of_day) return wrong();
  const auto offset = take_offset(rest);
  if (!offset || !rest.empty()) return wrong();
  return midnight + *time_of_day - *offset;
}

std::string format_instant(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}Z"), format_date(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

Result<Date> parse_date(std::string_view text) {
  std::string_view rest = text;
  const auto date = take_date(rest);
  if (!date || !rest.empty()) return fail(ErrorKind::invalid_input, "'{}' is not a date such as 2026-11-22", text);
  return *date;
}

std::string format_date(Date date) {
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace nearme
