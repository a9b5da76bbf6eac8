#include "index/columns/schedule_bytes.hpp"

#include <chrono>
#include <cstring>

namespace nearme {
namespace {

constexpr int kTwoDays = 2 * 24 * 60;

template <class T>
void append(std::string& bytes, T value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof raw);
}

/// The days since 1970; a default Date, which is no day, is kept as the least number.
std::int32_t to_days(Date date) {
  if (!date.ok()) return INT32_MIN;
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

Date to_date(std::int32_t days) {
  return days == INT32_MIN ? Date{} : Date{std::chrono::sys_days(std::chrono::days(days))};
}

void append_day(std::string& bytes, const OpenDay& day) {
  append(bytes, static_cast<std::uint16_t>(day.size()));
  for (const OpenSpan& span : day) {
    append(bytes, span.from);
    append(bytes, span.to);
  }
}

/// Takes values from the front; the first that is missing spoils all.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  T next() {
    T value{};
    if (bytes_.size() < sizeof value) {
      is_sound_ = false;
      return value;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }

  Date next_date() {
    const auto days = next<std::int32_t>();
    const bool in_reach = days == INT32_MIN || (days > -1'000'000 && days < 10'000'000);
    is_sound_ = is_sound_ && in_reach;
    return in_reach ? to_date(days) : Date{};
  }

  OpenDay next_day() {
    OpenDay day;
    const auto spans = next<std::uint16_t>();
    for (int i = 0; i < spans && is_sound_; ++i) {
      const auto from = next<std::uint16_t>();
      const auto to = next<std::uint16_t>();
      is_sound_ = is_sound_ && from < to && to <= kTwoDays;
      day.push_back({.from = from, .to = to});
    }
    return day;
  }

  [[nodiscard]] std::string_view rest() const { return bytes_; }
  [[nodiscard]] bool is_sound() const { return is_sound_; }

 private:
  std::string_view bytes_;
  bool is_sound_ = true;
};

}  // namespace

std::string to_bytes(const ZonedSchedule& zoned) {
  std::string bytes;
  append(bytes, to_days(zoned.schedule.valid_from));
  append(bytes, to_days(zoned.schedule.valid_until));
  for (const OpenDay& day : zoned.schedule.week) append_day(bytes, day);
  append(bytes, static_cast<std::uint32_t>(zoned.schedule.exceptions.size()));
  for (const auto& [date, day] : zoned.schedule.exceptions) {
    append(bytes, to_days(date));
    append_day(bytes, day);
  }
  return bytes + zoned.time_zone;
}

Result<ZonedSchedule> schedule_from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  ZonedSchedule zoned;
  zoned.schedule.valid_from = reader.next_date();
  zoned.schedule.valid_until = reader.next_date();
  for (OpenDay& day : zoned.schedule.week) day = reader.next_day();
  const auto exceptions = reader.next<std::uint32_t>();
  for (std::uint32_t i = 0; i < exceptions && reader.is_sound(); ++i) {
    const Date date = reader.next_date();
    zoned.schedule.exceptions[date] = reader.next_day();
  }
  if (!reader.is_sound()) return fail(ErrorKind::corrupt, "a schedule of {} bytes makes no sense", bytes.size());
  zoned.time_zone = reader.rest();
  return zoned;
}

}  // namespace nearme
