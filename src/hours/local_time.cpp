#include "hours/local_time.hpp"

#include <optional>
#include <stdexcept>

#include <date/tz.h>
#include <fmt/compile.h>

namespace nearme {
namespace {

std::optional<std::chrono::seconds> offset_at(Instant moment, std::string_view time_zone) {
  if (time_zone.empty()) return std::nullopt;
  try {
    return date::locate_zone(std::string{time_zone})->get_info(moment).offset;
  } catch (const std::runtime_error&) {  // there is no such zone
    return std::nullopt;
  }
}

}  // namespace

std::string format_local(Instant moment, std::string_view time_zone) {
  const auto offset = offset_at(moment, time_zone);
  if (!offset) return format_instant(moment);
  auto text = format_instant(moment + *offset);
  text.pop_back();  // the Z
  const auto minutes = std::chrono::abs(std::chrono::duration_cast<std::chrono::minutes>(*offset)).count();
  return fmt::format(FMT_COMPILE("{}{}{:02}:{:02}"), text, offset->count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace nearme
