#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/time.hpp"

namespace nearme {

/// The days that a cell names, from the first to the last, Monday 0: "Monday", "Mon-Fri", "weekdays". None for anything
/// else.
std::optional<std::pair<int, int>> days_in(std::string_view cell);

/// A date as registers write it: "2014-05-26", "May 26 2014", "26 May 2014". Dates of figures alone that could be
/// American as well as European are none.
std::optional<Date> date_in_words(std::string_view text);

/// "Jan", as opening hours write it.
std::string_view month_name(std::chrono::month month);

}  // namespace nearme
