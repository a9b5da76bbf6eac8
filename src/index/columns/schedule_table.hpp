#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/columns/packed_numbers.hpp"
#include "index/columns/schedule_bytes.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// Which schedule each site keeps, and the few thousand schedules that there are. Number 0 is "unknown". The numbers
/// are a view over an image's bytes; the schedules are read into memory once.
class ScheduleTable {
 public:
  /// Errors: corrupt, when a number stands for no schedule or a schedule makes no sense.
  [[nodiscard]] static Result<ScheduleTable> open(std::span<const std::byte> bytes, std::uint32_t sites);

  /// Has the processor fetch a site's number.
  void prefetch(SitePosition site) const { numbers_.prefetch(to_number(site)); }
  [[nodiscard]] std::uint32_t number_of(SitePosition site) const { return numbers_[to_number(site)]; }
  /// IANA name of the zone that a schedule is in; empty for number 0.
  [[nodiscard]] std::string_view time_zone(std::uint32_t number) const { return schedules_[number].time_zone; }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(schedules_.size()); }
  [[nodiscard]] OpenAt state(std::uint32_t number, Instant moment) const;

 private:
  PackedNumbers numbers_;
  std::vector<ZonedSchedule> schedules_;  ///< the first stands for "unknown"
};

/// `numbers` has the number of each site's schedule, in position order; `schedules` the bytes of each, the first empty.
std::vector<std::byte> build_schedule_table(std::span<const std::uint32_t> numbers,
                                            std::span<const std::string_view> schedules);

}  // namespace nearme
