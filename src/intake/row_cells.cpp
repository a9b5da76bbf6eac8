#include "intake/row_cells.hpp"

#include "intake/normalise/name_case.hpp"

namespace nearme {

std::string in_usual_case(std::string text, std::string_view what, const Row& row, RowContext& context) {
  if (!is_in_capitals(text)) return text;
  context.notes.count(fmt::format("{} in capitals, written in the usual way", what), row.line, text);
  return usual_case(text);
}

}  // namespace nearme
