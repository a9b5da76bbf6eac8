#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/report.hpp"

namespace nearme {

/// What an import has to tell that is no reason to reject a row, gathered so that a thousand alike become one sentence
/// with their number, the first lines and the first values:
/// "opening hours that could not be understood, kept as text: 12 (lines 3, 9, 12, ...), such as 'foo', 'bar'".
/// Memory: three examples for each subject, whatever comes.
class Notes {
 public:
  /// A finding that stands alone. Said once, however often it is found.
  void say(std::string sentence);

  /// One more case of `what`, a phrase such as "prices that could not be read, left out". Line 0 is none.
  void count(std::string_view what, std::uint64_t line, std::string_view example);

  /// Takes in all of other notes, after its own.
  void add(const Notes& others);

  /// What stands alone, and what was counted, each in the order of its first appearance.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return said_; }
  [[nodiscard]] const std::vector<Finding>& findings() const { return tallies_; }

  /// All as sentences, single findings first, each in the order of its first appearance.
  [[nodiscard]] std::vector<std::string> sentences() const;

 private:
  std::vector<std::string> said_;
  std::vector<Finding> tallies_;
  std::map<std::string, std::size_t, std::less<>> tally_by_what_;
};

/// At most `bytes` of a text for showing it: cut between code points, with "..." where something is missing, line ends
/// as spaces, and bytes that are no UTF-8 as U+FFFD.
std::string excerpt(std::string_view text, std::size_t bytes = 120);

}  // namespace nearme
