#pragma once

#include "directory/claim.hpp"

namespace nearme {

/// Whether a claim speaks against its subject ("exclusion"): it never counts as evidence for it.
bool is_adverse(const Claim& claim);

}  // namespace nearme
