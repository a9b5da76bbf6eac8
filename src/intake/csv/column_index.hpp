#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/csv/records.hpp"

namespace nearme {

/// Where the columns of a register's table are, by their names without case, spaces and punctuation: publishers move
/// columns about, and change the spaces in their names.
class ColumnIndex {
 public:
  explicit ColumnIndex(const std::vector<std::string>& names);

  /// None when there is no column of this name.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

  /// The first column whose name begins so.
  [[nodiscard]] std::optional<std::size_t> find_beginning(std::string_view name) const;

  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }

 private:
  std::vector<std::string> squashed_;
};

/// A cell without the space around it; empty where there is none, or where it says nothing.
std::string cell_at(const Record& record, std::optional<std::size_t> column);

}  // namespace nearme
