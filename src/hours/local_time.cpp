#include "hours/local_time.hpp"

#include <optional>
#include <stdexcept>

#include <date/tz.h>
#include <fmt/compile.h>

namespace nearme {
namespace {

const date::time_zone* find_zone(std::string_view name) {
  if (name.empty()) return nullptr;
  try {
    return date::locate_zone(std::string{name});
  } catch (const std::runtime_error&) {  // there is no such zone
    return nullptr;
  }
}

std::optional<std::chrono::seconds> offset_at(Instant moment, std::string_view time_zone) {
  const auto* zone = find_zone(time_zone);
  if (zone == nullptr) return std::nullopt;
  return zone->get_info(moment).offset;
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

Date local_date(Instant moment, std::string_view time_zone) {
  const auto offset = offset_at(moment, time_zone).value_or(std::chrono::seconds{0});
  return Date{std::chrono::floor<std::chrono::days>(moment + offset)};
}

Instant instant_at(Date day, std::chrono::minutes after_midnight, std::string_view time_zone) {
  const auto* zone = find_zone(time_zone);
  if (zone == nullptr) return Instant{std::chrono::sys_days{day} + after_midnight};
  const date::local_seconds local{(std::chrono::sys_days{day} + after_midnight).time_since_epoch()};
  return zone->to_sys(local, date::choose::earliest);
}

}  // namespace nearme
