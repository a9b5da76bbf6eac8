#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// What a piece of everyday opening hours is.
struct HoursToken {
  enum class Kind : std::uint8_t {
    days,     ///< from `first` to `last`, Monday 0: "Mon", "weekdays", "daily"
    time,     ///< `minutes` after midnight; `half` where am or pm is said
    through,  ///< "-", "to", "until"
    also,     ///< ",", "and", "&", "/"
    next,     ///< ";", a line end, "|"
    closed,   ///< "closed", "off"
    all_day,  ///< "24 hours", "24/7", "all day"
  };
  enum class Half : std::uint8_t { unsaid, am, pm };

  Kind kind{};
  int first = 0;
  int last = 0;
  int minutes = 0;
  Half half = Half::unsaid;
};

/// The pieces of a text; words that say nothing ("open", "hours", "from") are left out. None when a word is not known.
std::optional<std::vector<HoursToken>> hours_tokens(std::string_view text);

}  // namespace nearme
