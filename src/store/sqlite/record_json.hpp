#pragma once

#include <string>
#include <string_view>

#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// The `content` column: a record as JSON text (docs/data-model.md). Its source is the one that it was put by, whatever
/// the record itself says. Equal records give equal text. Errors: invalid_input when the record breaks a rule of
/// directory/check.hpp or is not UTF-8.
Result<std::string> to_content(const Site& site, const SourceId& source);
Result<std::string> to_content(const Practitioner& practitioner, const SourceId& source);
Result<std::string> to_content(const Claim& claim, const SourceId& source);

/// Errors: corrupt, with the text.
Result<Site> site_from_content(std::string_view content);
Result<Practitioner> practitioner_from_content(std::string_view content);
Result<Claim> claim_from_content(std::string_view content);

}  // namespace nearme
