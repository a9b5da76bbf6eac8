#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/format.hpp"

namespace nearme {

/// A row that was not taken: where it stands, why, and the cell or id at fault (cut after 120 bytes).
/// The line is physical, counted from 1; for OpenStreetMap files, which have no lines, it is 0.
struct Rejection {
  std::uint64_t line = 0;
  std::string reason;
  std::string value;

  friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// What became of the rows: read = added + changed + unchanged + skipped + rejected. `skipped` are sound but not sites;
/// `retired` are records of earlier imports that this file no longer has.
struct RowCounts {
  std::uint64_t read = 0;
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t retired = 0;
  std::uint64_t skipped = 0;
  std::uint64_t rejected = 0;

  friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

/// added + changed + unchanged
std::uint64_t taken(const RowCounts& rows);

/// One rule of reading, how often rows met it, and the first lines and values that did.
struct Finding {
  std::string rule;  ///< "telephone numbers that could not be read, kept as they were"
  std::uint64_t count = 0;
  std::vector<std::uint64_t> lines;
  std::vector<std::string> examples;

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Everything that an import has to say for itself.
struct ImportReport {
  std::string source;
  Format format = Format::csv;
  std::string subject;  ///< "sites", "practitioners" or "claims"; several for some formats
  bool dry_run = false;
  RowCounts rows;
  std::vector<Rejection> rejected;                      ///< all of them, in the order of the file
  std::map<std::string, std::uint64_t> reject_reasons;  ///< reasons without their values, with counts
  std::vector<std::string> notes;                       ///< what was found, guessed or kept as it was; sentences
  std::vector<std::string> remarks;                     ///< of the notes, those that stand alone
  std::vector<Finding> findings;                        ///< and those that count rows, by rule
  std::vector<std::string> since_last;                  ///< what is different from the import before; sentences
  std::map<std::string, double> completeness;           ///< share (0..1) of the taken records that have each field
  std::map<std::string, std::uint64_t> kinds;           ///< taken sites by kind; a site may count several times
};

/// The report as JSON, indented by two spaces; the shape is in docs/importing.md.
std::string to_json(const ImportReport& report);

/// The report as one page of HTML that needs nothing besides: the first 500 rejected rows.
std::string to_html(const ImportReport& report);

enum class Paint : std::uint8_t { plain, colour };  ///< colour: ANSI escapes, for terminals

/// The report for a person: aligned columns, at most 80 wide, the first ten rejected rows.
std::string to_text(const ImportReport& report, Paint paint);

}  // namespace nearme
