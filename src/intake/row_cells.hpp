#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "intake/cells.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// How the cells of a row are read: what cannot be right is left out and noted.

/// The longest line that a directory has use for, in bytes.
inline constexpr std::size_t kLongestLine = 500;

/// A cell, tidy; empty where it says nothing.
inline std::string text_of(const Row& row, Column column) {
  auto text = tidy(row[column]);
  return says_nothing(text) ? std::string{} : text;
}

/// A cell that may be left out: its text, or nothing and a note when `is_right` refuses it.
template <class Check>
std::string checked_text(const Row& row, Column column, RowContext& context, Check is_right) {
  auto text = text_of(row, column);
  if (text.empty() || is_right(text)) return text;
  context.notes.count(fmt::format("cells of {} that cannot be right, left out", to_string(column)), row.line, text);
  return {};
}

/// The value that `read` makes of a cell; nothing and a note when it cannot.
template <class Read>
auto read_cell(const Row& row, Column column, RowContext& context, Read read) -> decltype(read(std::string{})) {
  const auto text = text_of(row, column);
  if (text.empty()) return {};
  auto value = read(text);
  if (!value) {
    context.notes.count(fmt::format("cells of {} that cannot be read, left out", to_string(column)), row.line, text);
  }
  return value;
}

/// Whether a text has the length of a name or a line of an address.
inline bool is_of_line_length(const std::string& text) { return text.size() <= kLongestLine; }

/// A name, a street or a town, in the usual case where its source has capitals only, which is noted as `what`.
std::string in_usual_case(std::string text, std::string_view what, const Row& row, RowContext& context);

}  // namespace nearme
