#include "index/columns/schedule_table.hpp"

#include <algorithm>
#include <map>

#include "index/columns/arrays.hpp"
#include "index/columns/text_column.hpp"

namespace nearme {

Result<ScheduleTable> ScheduleTable::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  ScheduleTable table;
  ArrayReader reader(bytes);
  TRY(table.numbers_, reader.next<std::uint32_t>(sites));
  TRY(const TextColumn texts, TextColumn::open(reader.rest()));
  table.schedules_.resize(1);
  for (std::size_t number = 1; number < texts.size(); ++number) {
    TRY(ZonedSchedule schedule, schedule_from_bytes(texts[number]));
    table.schedules_.push_back(std::move(schedule));
  }
  if (std::ranges::any_of(table.numbers_, [&](std::uint32_t number) { return number >= table.count(); }))
    return fail(ErrorKind::corrupt, "a site keeps a schedule that is not among {}", table.count());
  return table;
}

OpenAt ScheduleTable::state(std::uint32_t number, Instant moment) const {
  if (number == 0) return {};
  return state_at(schedules_[number].schedule, schedules_[number].time_zone, moment);
}

std::vector<std::byte> build_schedule_table(std::span<const std::string_view> schedules) {
  std::map<std::string_view, std::uint32_t> numbers{{std::string_view{}, 0U}};
  for (const std::string_view schedule : schedules) numbers.emplace(schedule, 0U);
  std::vector<std::string_view> texts;
  for (auto& [schedule, number] : numbers) {
    number = static_cast<std::uint32_t>(texts.size());
    texts.push_back(schedule);
  }
  std::vector<std::uint32_t> of_sites;
  for (const std::string_view schedule : schedules) of_sites.push_back(numbers.at(schedule));
  ArrayWriter writer;
  writer.append(of_sites);
  writer.append(build_text_column(texts));
  return std::move(writer).take();
}

}  // namespace nearme
