#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gazetteer/geonames/rows.hpp"

namespace nearme {

/// A row of a dump that was not taken.
struct RejectedGazetteerRow {
  std::uint64_t line = 0;  ///< counted from 1
  std::string reason;
  std::string value;
};

/// What an import into the gazetteer has to say for itself. read = taken + skipped + rejected; skipped rows are sound
/// but of no use here: rivers, ruins.
struct GazetteerReport {
  /// So many rejected rows are kept; all are counted.
  static constexpr std::size_t kMostRejected = 1000;

  std::string source;  ///< the file
  DumpKind kind = DumpKind::places;
  bool dry_run = false;
  std::uint64_t read = 0;
  std::uint64_t taken = 0;
  std::uint64_t skipped = 0;
  std::uint64_t rejected_rows = 0;
  std::vector<RejectedGazetteerRow> rejected;           ///< the first ones
  std::map<std::string, std::uint64_t> reject_reasons;  ///< reasons without their values, with counts
  std::vector<std::string> notes;

  void reject(std::uint64_t line, RowFault fault);
};

/// The report as JSON, in the shape of the reports of other imports.
std::string to_json(const GazetteerReport& report);

/// The report for a person: lines of at most 100 letters, the first ten rejected rows.
std::string to_text(const GazetteerReport& report);

}  // namespace nearme
