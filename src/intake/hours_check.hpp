#pragma once

#include <string>
#include <unordered_map>

#include "hours/opening_hours.hpp"
#include "intake/column.hpp"

namespace nearme {

/// Whether opening hours can be understood. Remembers its answers: a file repeats the same few hundred texts over and
/// over, and working one out takes a millisecond.
class HoursCheck {
 public:
  explicit HoursCheck(Date from) : from_(from) {}

  [[nodiscard]] bool understands(const std::string& text, const HoursPlace& place);

 private:
  Date from_;
  std::unordered_map<std::string, bool> answers_;  ///< by country and text
};

/// The opening hours of a row: its one cell, or else its seven cells of the days put together in the syntax of
/// OpenStreetMap: "Mo-Fr 09:00-17:00; Sa 09:00-12:30; Su off". Empty when neither is there.
std::string opening_hours_of(const Row& row);

}  // namespace nearme
