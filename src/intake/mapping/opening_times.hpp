#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/time.hpp"
#include "intake/mapping/mapping.hpp"
#include "intake/notes.hpp"

namespace nearme {

/// Opening hours that a register keeps in a file of its own: a row for each stretch of a day, several days a site, and
/// rows for single dates. Gathered by the ids of the sites and written in the syntax of OpenStreetMap:
/// "Mo-We 09:00-13:00,14:00-17:00; Th off; 2014 May 26 off".
///
/// Memory: some hundred bytes for each id and 8 for each row, whatever the texts. A site of which one row cannot be
/// understood gets no hours at all, which is noted: half a week would be wrong.
class OpeningTimes {
 public:
  /// Reads the whole file, packed or not, in any dialect that tables have. Rows for dates before `from` are left out,
  /// and counted: years of them would be worked out for nothing at every site. Errors: those of `read_table`;
  /// invalid_input for columns that are not there.
  [[nodiscard]] static Result<OpeningTimes> read(const OpeningTimesFile& file, Date from, Notes& notes);

  /// The hours of one site, which count as used then. Empty when the file says nothing of it, or nothing that can be
  /// understood.
  [[nodiscard]] std::string of(const std::string& id);

  /// How many ids of the file nobody has asked for.
  [[nodiscard]] std::uint64_t unused() const;

 private:
  /// One stretch, or a day on which it is closed: `from` and `to` are equal then. Minutes after midnight.
  struct Stretch {
    std::int32_t day = 0;  ///< 0 is every Monday, 6 every Sunday; 7 and above is a date, counted from 1970-01-01 on
    std::uint16_t from = 0;
    std::uint16_t to = 0;

    friend auto operator<=>(const Stretch&, const Stretch&) = default;
  };
  struct Site {
    std::vector<Stretch> stretches;
    bool is_understood = true;
    bool is_used = false;
  };
  class Reader;

  static std::string times_of(const std::vector<Stretch>& stretches, std::int32_t day);
  static std::vector<std::string> rest_of(const std::vector<Stretch>& stretches, std::int32_t day);

  std::unordered_map<std::string, Site> sites_;
};

}  // namespace nearme
