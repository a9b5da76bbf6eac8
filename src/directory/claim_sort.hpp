#pragma once

#include "directory/claim.hpp"

namespace nearme {

/// Whether a claim speaks against its subject ("exclusion"), or may do so ("possible-exclusion", where an exclusion
/// list has somebody of the same name): it never counts as evidence for it.
bool is_adverse(const Claim& claim);

/// Whether a claim speaks against its subject at a day: an exclusion, or what may be one, that nobody has refuted; of
/// all else what was found not to be so.
bool speaks_against(const Claim& claim, Date today);

/// Whether a claim, once it is confirmed, certifies its subject: that somebody may do what they do, is trained, insured
/// or works cleanly. Who somebody is ("identity") and how they work (the consultation, the way to complain, a device,
/// the depth of needles) does not, however well it is confirmed; nor does what speaks against them.
bool certifies(const Claim& claim);

}  // namespace nearme
