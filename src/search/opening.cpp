#include "search/opening.hpp"

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

sys_days next(weekday wanted, sys_days today) { return today + (wanted - weekday{today}); }

weekday to_weekday(AskedDay day) { return weekday{static_cast<unsigned>(day) + 1}; }

}  // namespace

OpenWindow window_of(const Opening& opening, Date today) {
  const sys_days now{today};
  OpenWindow window{.first = today, .last = today, .from = opening.from, .to = opening.to};
  switch (opening.day) {
    case AskedDay::today:
      break;
    case AskedDay::tomorrow:
      window.first = window.last = now + days{1};
      break;
    case AskedDay::weekend:
      window.last = next(std::chrono::Sunday, now);
      window.first = weekday{now} == std::chrono::Sunday ? now : next(std::chrono::Saturday, now);
      break;
    case AskedDay::any:
      window.last = now + days{6};
      break;
    default:
      window.first = window.last = next(to_weekday(opening.day), now);
  }
  return window;
}

}  // namespace nearme
