#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/time.hpp"

namespace nearme {

/// The days that an opening may speak of. The weekdays come first, Monday is 0.
enum class AskedDay : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
  today,
  tomorrow,
  weekend,
  any  ///< of the next seven
};

/// When a site is asked to be open, as words say it: at this moment, or at some time between two times of a day.
struct Opening {
  bool now = false;
  AskedDay day = AskedDay::any;
  std::uint16_t from = 0;        ///< minutes after midnight
  std::uint16_t to = kWholeDay;  ///< the same as `from`: at that minute
  std::string words;             ///< in English, plainly: "now", "saturday", "tomorrow 18:00", "monday after 17:30"

  static constexpr std::uint16_t kWholeDay = 24 * 60;
};

/// An opening on the calendar: open at some time from `from` to `to` on some day from `first` to `last`, by the clock
/// at the site.
struct OpenWindow {
  Date first{};
  Date last{};
  std::uint16_t from = 0;
  std::uint16_t to = Opening::kWholeDay;

  friend bool operator==(const OpenWindow&, const OpenWindow&) = default;
};

/// The days that an opening means on `today`. A weekday is the next one, today included.
OpenWindow window_of(const Opening& opening, Date today);

}  // namespace nearme
