#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "intake/csv/records.hpp"
#include "intake/input_file.hpp"
#include "intake/notes.hpp"

namespace nearme {

/// Where the records of a delimited table go, and how far the reader is.
struct TableVisitor {
  RecordVisitor records;
  std::function<void(std::uint64_t bytes_read)> on_progress;  ///< before each record; may be empty
  std::function<bool(std::string_view name)> wants_sheet;     ///< of a spreadsheet; empty: the first with rows
};

/// Reads a sheet of an OpenDocument spreadsheet, or a delimited table of any dialect: finds out its encoding, and its
/// delimiter unless it is given, notes both, and brings every record, the headers like any other. A first line "sep=;"
/// of a spreadsheet is passed over. Errors: those of `read_records`, unreadable.
Result<void> read_table(const InputFile& file, const std::optional<Delimiter>& delimiter, Notes& notes,
                        const TableVisitor& visitor);

/// The delimiter that makes the most columns known by name of the first record of a text, then the most cells.
Delimiter delimiter_of(std::string_view text);

/// One of the delimiters, by itself (";") or by its name ("tab"). None for anything else.
std::optional<Delimiter> delimiter_called(std::string_view text);

/// Names of columns for a message: the first twenty, each cut after forty bytes.
std::string list_names(std::vector<std::string> names);

}  // namespace nearme
