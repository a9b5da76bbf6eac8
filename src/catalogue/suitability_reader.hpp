#pragma once

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/catalogue_draft.hpp"
#include "catalogue/entry.hpp"
#include "catalogue/guide_reader.hpp"

namespace nearme {

/// Reads the tables `[[question]]` of a file; a later question with a known id replaces the earlier one.
/// Errors here and below: invalid_input, as "file:line: reason".
Result<void> read_questions(const Entry& file, Suitability& suitability);

/// Reads the tables `[[suitability]]` of a file, when all questions and treatments are known. A later rule with a known
/// id replaces the earlier one. A source of grade D may not say "not-now".
Result<void> read_suitability_rules(const Entry& file, const Citations& citations, CatalogueDraft& draft);

/// Gives a guide the sections "not-now" and "ask-first" from the rules for its treatment, so that both are told once. A
/// section that the guide has already is left as it is.
void add_reasons_against(const Suitability& suitability, const TreatmentId& treatment, Guide& guide);

}  // namespace nearme
