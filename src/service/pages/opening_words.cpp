#include "service/pages/opening_words.hpp"

#include <array>

#include <fmt/format.h>

#include "service/pages/wording.hpp"

namespace nearme {
namespace {

std::string clock(std::uint16_t minute) {
  constexpr int kHour = 60;
  return fmt::format("{:02}:{:02}", minute / kHour, minute % kHour);
}

/// "at some time after 18:00 ".
std::string time_words(std::string_view said, const OpenWindow& window) {
  if (said.find("until") != std::string_view::npos) {
    return fmt::format("until {} ", clock(static_cast<std::uint16_t>(window.to + 1)));
  }
  if (window.from == window.to) return fmt::format("at {} ", clock(window.from));
  if (window.from == 0 && window.to == Opening::kWholeDay) return "at some time ";
  if (window.to == Opening::kWholeDay) return fmt::format("at some time after {} ", clock(window.from));
  if (window.from == 0) return fmt::format("at some time before {} ", clock(window.to));
  return fmt::format("at some time between {} and {} ", clock(window.from), clock(window.to));
}

/// "Saturday 28 November".
std::string day_words(Date day) {
  static constexpr std::array<std::string_view, 7> kNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                          "Thursday", "Friday", "Saturday"};
  const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}};
  const auto date = date_words(day);
  return fmt::format("{} {}", kNames[weekday.c_encoding()], date.substr(0, date.rfind(' ')));
}

std::string days_words(const OpenWindow& window) {
  if (window.first == window.last) return "on " + day_words(window.first);
  const auto days = (std::chrono::sys_days{window.last} - std::chrono::sys_days{window.first}).count() + 1;
  if (days > 2) return fmt::format("on one of the next {} days", days);
  return fmt::format("on {} or {}", day_words(window.first), day_words(window.last));
}

}  // namespace

std::string opening_words(std::string_view said, const OpenWindow& window) {
  return fmt::format("open {}{}", time_words(said, window), days_words(window));
}

}  // namespace nearme
