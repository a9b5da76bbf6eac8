#pragma once

#include <string>

#include "base/result.hpp"
#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// Makes a practitioner of a row. A name they must have; without an id it is derived from source, name, register and
/// number. Errors: invalid_input, as with site_from_row.
Result<Practitioner> practitioner_from_row(const Row& row, RowContext& context);

/// Makes a claim of a row: subject, claim and, where they are there, a treatment that the catalogue knows, right dates
/// and whether it is contradicted. Anything else there is an error, not a note: a claim that loses what it is about,
/// its expiry or that it is not so would say more than its source does. Errors: invalid_input, as with site_from_row.
Result<Claim> claim_from_row(const Row& row, RowContext& context);

/// The name of a claim within its source: what is said, of whom and of which treatment, by whom.
std::string key_of(const Claim& claim);

}  // namespace nearme
