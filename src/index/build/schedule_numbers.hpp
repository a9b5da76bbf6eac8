#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "hours/schedule.hpp"
#include "index/build/name_numbers.hpp"

namespace nearme {

/// Numbers schedules in their time zones; equal ones have one number, and 0 is "unknown". A schedule that many sites
/// share is looked at once.
class ScheduleNumbers {
 public:
  ScheduleNumbers() { numbers_.number_of({}); }

  /// `schedule` may be null: unknown.
  std::uint32_t number_of(const std::shared_ptr<const Schedule>& schedule, std::string_view time_zone);

  /// The bytes of each (columns/schedule_bytes.hpp); none of "unknown".
  [[nodiscard]] const NameNumbers& bytes() const { return numbers_; }

  /// For each number that other schedules have there, the number that they have here.
  [[nodiscard]] std::vector<std::uint32_t> numbers_of(const ScheduleNumbers& others) {
    return numbers_.numbers_of(others.numbers_);
  }

 private:
  struct Seen {
    std::shared_ptr<const Schedule> schedule;  ///< kept, so that no other one gets its address
    std::uint32_t number = 0;
  };

  NameNumbers numbers_;
  NameNumbers addresses_;  ///< of those seen, each with its time zone
  std::vector<Seen> seen_;
};

}  // namespace nearme
