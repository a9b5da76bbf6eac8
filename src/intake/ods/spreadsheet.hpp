#pragma once

#include <functional>
#include <string_view>

#include "intake/csv/records.hpp"
#include "intake/input_file.hpp"

namespace nearme {

/// Whether the file is an OpenDocument spreadsheet: a ZIP archive whose content.xml was chosen.
bool is_spreadsheet(const InputFile& file);

/// Chooses among the sheets of a spreadsheet, by name. An empty one takes the first that has rows.
using WantsSheet = std::function<bool(std::string_view name)>;

/// Reads the rows of one sheet of an OpenDocument spreadsheet (OASIS OpenDocument 1.2, part 1, section 9), streaming:
/// content.xml is never held as a whole. A record's line is its row, from 1; empty rows are passed over, repeated cells
/// and rows are written out (up to 4,096 cells). Numbers come as the sheet stores them, not as it shows them.
/// Errors: corrupt, with the line of content.xml; invalid_input when no sheet is wanted; those of the functions.
Result<void> read_spreadsheet(const InputFile& file, const WantsSheet& wants,
                              const std::function<Result<void>(const Record&, std::uint64_t bytes_read)>& on_record);

}  // namespace nearme
