#pragma once

#include "directory/claim.hpp"

namespace nearme {

/// Whether a claim speaks against its subject ("exclusion"), or may do so ("possible-exclusion", where an exclusion
/// list has somebody of the same name): it never counts as evidence for it.
bool is_adverse(const Claim& claim);

}  // namespace nearme
