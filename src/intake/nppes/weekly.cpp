#include "intake/nppes/weekly.hpp"

#include <regex>
#include <string>

#include <fmt/format.h>

#include "base/time.hpp"

namespace nearme {
namespace {

Result<Date> date_of(const std::string& digits) {
  return parse_date(fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6)));
}

}  // namespace

bool is_weekly(std::string_view name) {
  static const std::regex kDates("_([0-9]{8})-([0-9]{8})");
  const std::string text(name);
  std::smatch dates;
  if (!std::regex_search(text, dates, kDates)) return false;
  const auto first = date_of(dates[1]);
  const auto last = date_of(dates[2]);
  constexpr std::chrono::days kLongest{45};
  return first && last && std::chrono::sys_days(*last) - std::chrono::sys_days(*first) <= kLongest;
}

}  // namespace nearme
