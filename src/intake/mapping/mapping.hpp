#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "intake/column.hpp"
#include "intake/csv/records.hpp"

namespace nearme {

/// How one field is made of the cells of a row: those of `columns` that say something, joined; one part of it where it
/// is split; translated; and where nothing is left, `fallback`. Without columns it is the fallback: a constant.
struct FieldRule {
  Column field{};
  std::vector<std::string> columns;  ///< headers, compared as the program compares its own
  std::string join = " ";
  std::string split;                             ///< what parts the text; empty: it is not parted
  std::size_t part = 1;                          ///< which part is meant, from 1
  std::map<std::string, std::string> translate;  ///< by the text folded; the key "*" is for everything else
  std::string fallback;
};

/// Rows are taken or passed over by one cell.
struct RowCondition {
  std::string column;
  std::vector<std::string> values;  ///< compared without case
};

/// A second file, with the opening times of the table's sites: a row for each stretch of a day. The names are those of
/// its columns; `id` is joined with the field of that name.
struct OpeningTimesFile {
  std::filesystem::path file;
  std::string id;
  std::string day;    ///< a day's name, or some: "Monday", "Mon-Fri"
  std::string times;  ///< "09:00-13:00"; an empty cell is closed
  std::string date;   ///< rows with a date are about that day alone; may be empty
};

/// What an operator says of a table, so that it can be imported as it is. The file format is in docs/importing.md.
struct Mapping {
  Subject table = Subject::sites;
  std::string licence;
  std::string attribution;
  std::optional<Delimiter> delimiter;
  std::vector<std::string> headers;  ///< for a table that has no header line
  std::vector<FieldRule> fields;
  std::vector<RowCondition> only;  ///< a row must meet all of these
  std::vector<RowCondition> skip;  ///< and none of these
  std::optional<OpeningTimesFile> opening_times;
};

/// Reads TOML. Errors: invalid_input with file, line and what would be right.
Result<Mapping> mapping_from(std::string_view file, std::string_view toml);

/// The same from a file; the files that it names lie beside it. Errors: unreadable besides.
Result<Mapping> read_mapping(const std::filesystem::path& path);

}  // namespace nearme
