#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "directory/register.hpp"
#include "trust/register_table.hpp"

namespace nearme {

/// What an operator says of a register's table, so that it can be imported as it is. The file is TOML; its format is in
/// docs/trust.md.
struct RegisterMapping {
  std::map<std::string, std::string> fields;    ///< from a part of an entry ("first_name") to the column that has it
  std::map<std::string, EntryStatus> statuses;  ///< by the register's own word, folded
  DayOrder dates = DayOrder::unknown;
  EntrySubject subject = EntrySubject::person;  ///< whose names the column `name` has

  friend bool operator==(const RegisterMapping&, const RegisterMapping&) = default;
};

/// Errors: invalid_input, as "file:line: reason".
Result<RegisterMapping> register_mapping_from(std::string_view file, std::string_view toml);

/// Errors: unreadable besides.
Result<RegisterMapping> read_register_mapping(const std::filesystem::path& path);

/// The columns of a table that a mapping names; those that it does not name by their own names and aliases. Errors:
/// invalid_input, naming the columns that are not there and those that are.
Result<EntryColumns> columns_for(const std::vector<std::string>& names, const RegisterMapping& mapping);

/// The status for a register's own word: by the mapping, else by the words that registers use. Errors: invalid_input,
/// as EntryReader: what nobody knows must not pass for good standing.
Result<EntryStatus> status_for(std::string_view words, const RegisterMapping& mapping);

}  // namespace nearme
