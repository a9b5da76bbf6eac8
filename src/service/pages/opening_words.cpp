#include "service/pages/opening_words.hpp"

namespace nearme {
namespace {

/// "at some time after 18:00".
std::string time_words(const Language& language, std::string_view said, const OpenWindow& window) {
  const auto clock = [&](int minute) { return language.formats().clock(minute); };
  if (said.find("until") != std::string_view::npos)
    return language.say("opening.until", {{"clock", clock(window.to + 1)}});
  if (window.from == window.to) return language.say("opening.at", {{"clock", clock(window.from)}});
  const bool has_end = window.to != Opening::kWholeDay;
  if (window.from == 0 && !has_end) return language.say("opening.some-time");
  if (!has_end) return language.say("opening.after", {{"clock", clock(window.from)}});
  if (window.from == 0) return language.say("opening.before", {{"clock", clock(window.to)}});
  return language.say("opening.between", {{"from", clock(window.from)}, {"to", clock(window.to)}});
}

std::string days_words(const Language& language, const OpenWindow& window) {
  const auto& formats = language.formats();
  if (window.first == window.last) return language.say("opening.day", {{"day", formats.day(window.first)}});
  const auto days = (std::chrono::sys_days{window.last} - std::chrono::sys_days{window.first}).count() + 1;
  if (days > 2) return language.count("opening.days", static_cast<std::uint64_t>(days));
  return language.say("opening.day", {{"day", formats.either({formats.day(window.first), formats.day(window.last)})}});
}

}  // namespace

std::string opening_words(const Language& language, std::string_view said, const OpenWindow& window) {
  return language.say("opening.open",
                      {{"time", time_words(language, said, window)}, {"days", days_words(language, window)}});
}

}  // namespace nearme
