#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace nearme {

struct TomlField;

/// A value of a TOML file and the line on which it stands: as much of TOML as a catalogue uses. Booleans and dates are
/// kept as `std::monostate`, for no field of a catalogue wants them.
struct TomlValue {
  using List = std::vector<TomlValue>;
  using Table = std::vector<TomlField>;

  std::variant<std::monostate, std::string, double, List, Table> value;
  std::size_t line = 0;
};

/// A key of a table with its value.
struct TomlField {
  std::string key;
  TomlValue value;
};

/// Reads a whole TOML 1.0 text. The result is a table. Errors: invalid_input, as "file:line: reason".
Result<TomlValue> parse_toml(std::string_view file, std::string_view text);

}  // namespace nearme
