#include "intake/hours_check.hpp"

#include <algorithm>
#include <array>

#include "intake/cells.hpp"
#include "intake/normalise/free_hours.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostAnswers = 100'000;

constexpr std::array<std::string_view, 7> kDays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
constexpr std::array kDayColumns{Column::opening_monday,   Column::opening_tuesday, Column::opening_wednesday,
                                 Column::opening_thursday, Column::opening_friday,  Column::opening_saturday,
                                 Column::opening_sunday};

/// One day's times as the syntax has them: "08:30-13:00,14:00-17:30", or "off" for closed, CLOSED, Off.
std::string times_of(std::string_view cell) {
  auto times = tidy(cell);
  if (says_nothing(times)) return {};
  return times_from_words(times).value_or(times);
}

}  // namespace

bool HoursCheck::understands(const std::string& text, const HoursPlace& place) {
  auto key = place.country + '\n' + text;
  if (const auto known = answers_.find(key); known != answers_.end()) return known->second;
  if (answers_.size() >= kMostAnswers) answers_.clear();
  const bool understood = compile_opening_hours(text, place, from_).has_value();
  return answers_.emplace(std::move(key), understood).first->second;
}

std::string opening_hours_of(const Row& row) {
  if (auto text = tidy(row[Column::opening_hours]); !says_nothing(text)) return text;
  std::string hours;
  for (std::size_t first = 0; first < kDays.size();) {
    const auto times = times_of(row[kDayColumns[first]]);
    auto last = first;
    while (last + 1 < kDays.size() && times_of(row[kDayColumns[last + 1]]) == times) ++last;
    if (!times.empty()) {
      const auto days = first == last ? std::string(kDays[first]) : fmt::format("{}-{}", kDays[first], kDays[last]);
      hours += fmt::format("{}{} {}", hours.empty() ? "" : "; ", days, times);
    }
    first = last + 1;
  }
  return hours;
}

}  // namespace nearme
