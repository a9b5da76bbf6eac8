#include "index/columns/schedule_table.hpp"

#include "index/columns/arrays.hpp"
#include "index/columns/text_column.hpp"

namespace nearme {

Result<ScheduleTable> ScheduleTable::open(std::span<const std::byte> bytes, std::uint32_t sites) {
  ScheduleTable table;
  ArrayReader reader(bytes);
  TRY(table.numbers_, PackedNumbers::read(reader, sites));
  TRY(const TextColumn texts, TextColumn::open(reader.rest()));
  table.schedules_.resize(1);
  for (std::size_t number = 1; number < texts.size(); ++number) {
    TRY(ZonedSchedule schedule, schedule_from_bytes(texts[number]));
    table.schedules_.push_back(std::move(schedule));
  }
  if (table.numbers_.greatest() >= table.count())
    return fail(ErrorKind::corrupt, "a site keeps a schedule that is not among {}", table.count());
  return table;
}

OpenAt ScheduleTable::state(std::uint32_t number, Instant moment) const {
  if (number == 0) return {};
  return state_at(schedules_[number].schedule, schedules_[number].time_zone, moment);
}

std::vector<std::byte> build_schedule_table(std::span<const std::uint32_t> numbers,
                                            std::span<const std::string_view> schedules) {
  ArrayWriter writer;
  append_packed(writer, numbers);
  writer.append(build_text_column(schedules));
  return std::move(writer).take();
}

}  // namespace nearme
