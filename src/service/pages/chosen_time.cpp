#include "service/pages/chosen_time.hpp"

#include <charconv>

#include "service/pages/open_words.hpp"

namespace nearme {
namespace {

constexpr std::string_view kForm = "2026-11-28T18:00";

std::optional<int> number_in(std::string_view digits, int most) {
  int number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = problem == std::errc{} && end == digits.data() + digits.size();
  return is_number && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<ChosenTime> read_chosen_time(std::string_view text) {
  if (text.size() != kForm.size() || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto day = parse_date(std::string(text.substr(0, 10)));
  const auto hour = number_in(text.substr(11, 2), 23);
  const auto minute = number_in(text.substr(14, 2), 59);
  if (!day || !hour || !minute) return std::nullopt;
  return ChosenTime{.day = *day, .minutes = *hour * 60 + *minute};
}

Instant moment_of(const ChosenTime& time, const std::string& time_zone) {
  const Instant as_utc{std::chrono::sys_days{time.day} + std::chrono::minutes{time.minutes}};
  const auto offset_at = [&](Instant moment) {
    return local_time(time_zone, moment).time_since_epoch() -
           std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch();
  };
  // The offset of a moment close by may lie on the other side of a change of the clocks.
  const Instant near = as_utc - offset_at(as_utc);
  return as_utc - offset_at(near);
}

std::string chosen_time_words(const Language& language, const ChosenTime& time) {
  const auto& formats = language.formats();
  return language.say("opening.open", {{"time", language.say("opening.at", {{"clock", formats.clock(time.minutes)}})},
                                       {"days", language.say("opening.day", {{"day", formats.day(time.day)}})}});
}

}  // namespace nearme
