#pragma once

#include <string>
#include <vector>

#include "intake/csv/records.hpp"
#include "intake/input_file.hpp"
#include "intake/mapping/mapping.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// A first mapping for a table that nobody has described, for a person to correct.
struct GuessedMapping {
  std::string toml;               ///< with a comment for each column that was left out
  std::vector<std::string> rows;  ///< the first five rows as they would be understood, each several lines of text
};

/// Looks at the names of the columns and at the first 500 rows. A name that ends like one that we know ("Latest web
/// address") counts, and so do values that can only be one thing: e-mail and web addresses, telephone numbers,
/// coordinates. Errors: those of `read_table`; invalid_input when there is no header line.
Result<GuessedMapping> guess_mapping(const InputFile& file, RowContext& context);

}  // namespace nearme
