#pragma once

#include <KOpeningHours/OpeningHours>
#include <mutex>
#include <string>

#include "hours/days_to_schedule.hpp"
#include "hours/opening_hours.hpp"

namespace nearme {

/// One text of opening hours at one place, read by KOpeningHours, which is wrapped here and nowhere else.
///
/// Threads: KOpeningHours and its holiday tables are not known to be safe, so that one mutex, held for as long as an
/// evaluator lives, lets one at a time exist in the process. It also computes in the local time of the machine; a
/// machine in a zone with daylight-saving time would lose spans at the changes. So the process is put into UTC (the
/// environment variable TZ) before `main` begins, and Qt's messages are silenced.
class HoursEvaluator {
 public:
  /// Errors: not_found when the text needs holidays that are not known for the place; invalid_input when it cannot be
  /// read.
  [[nodiscard]] static Result<HoursEvaluator> open(const std::string& text, const HoursPlace& place);

  /// The spans of every day from `first` to `last`, both included. Errors: invalid_input when the text says nothing
  /// about when it is open or closed.
  [[nodiscard]] Result<OpenDays> days(Date first, Date last) const;

 private:
  HoursEvaluator(std::unique_lock<std::mutex> turn, KOpeningHours::OpeningHours hours, std::string text)
      : turn_(std::move(turn)), hours_(std::move(hours)), text_(std::move(text)) {}

  std::unique_lock<std::mutex> turn_;
  KOpeningHours::OpeningHours hours_;
  std::string text_;
};

}  // namespace nearme
