#include "intake/csv/column_index.hpp"

#include <algorithm>

#include "catalogue/words.hpp"
#include "intake/cells.hpp"

namespace nearme {

ColumnIndex::ColumnIndex(const std::vector<std::string>& names) {
  for (const auto& name : names) squashed_.push_back(squash(name));
}

std::optional<std::size_t> ColumnIndex::find(std::string_view name) const {
  const auto found = std::ranges::find(squashed_, squash(name));
  if (found == squashed_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - squashed_.begin());
}

std::optional<std::size_t> ColumnIndex::find_beginning(std::string_view name) const {
  const auto begin = squash(name);
  const auto found =
      std::ranges::find_if(squashed_, [&](const std::string& column) { return column.starts_with(begin); });
  if (found == squashed_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - squashed_.begin());
}

std::string cell_at(const Record& record, std::optional<std::size_t> column) {
  if (!column || *column >= record.cells.size()) return {};
  auto text = tidy(record.cells[*column]);
  return says_nothing(text) ? std::string{} : text;
}

}  // namespace nearme
