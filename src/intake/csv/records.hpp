#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// What stands between cells. The not sign separates the tables of the NHS.
struct Delimiter {
  std::string_view text;
  std::string_view name;
};
inline constexpr std::array kDelimiters{Delimiter{",", "comma"}, Delimiter{";", "semicolon"}, Delimiter{"\t", "tab"},
                                        Delimiter{"|", "bar"}, Delimiter{"\xC2\xAC", "not sign (U+00AC)"}};

/// One record of a table: its cells, and the physical line on which it begins, from 1.
struct Record {
  std::uint64_t line = 0;
  std::vector<std::string> cells;
};

/// Where the records of a table go.
struct RecordVisitor {
  std::function<Result<void>(const Record& record)> on_record;  ///< an error of it ends the reading
  std::function<void(std::uint64_t line, const std::string& reason, std::string_view text)> on_broken;
};

/// Reads UTF-8 text as records by RFC 4180 (libcsv), streaming: quoted cells may hold delimiters, doubled quotes and
/// line ends; a stray quote inside a plain cell stands for itself; lines end in LF, CRLF or CR; empty lines are passed
/// over.
///
/// A quote that is not closed within 256 KiB breaks its line: that is told to `on_broken`, and reading goes on with the
/// next line. Errors: corrupt when that happens a hundred times, or a line is longer than 1 MiB; those of the functions
/// passed in.
Result<void> read_records(const NextText& next_text, const Delimiter& delimiter, const RecordVisitor& visitor);

/// The cells of the first record of a text.
std::vector<std::string> first_record(std::string_view text, const Delimiter& delimiter);

}  // namespace nearme
