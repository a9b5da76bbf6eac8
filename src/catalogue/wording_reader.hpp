#pragma once

#include "base/result.hpp"
#include "catalogue/catalogue_draft.hpp"
#include "catalogue/entry.hpp"
#include "catalogue/guide_reader.hpp"

namespace nearme {

/// Reads the tables `[[wording]]` of a file, when all treatments are known. A later wording with a known id replaces
/// the earlier one; otherwise a jurisdiction has one wording for a treatment. What a wording calls a treatment is
/// understood as a synonym of it. Errors: invalid_input, as "file:line: reason".
Result<void> read_wordings(const Entry& file, const Citations& citations, CatalogueDraft& draft);

}  // namespace nearme
