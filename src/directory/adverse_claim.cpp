#include "directory/adverse_claim.hpp"

namespace nearme {

bool is_adverse(const Claim& claim) { return claim.claim == "exclusion" || claim.claim == "possible-exclusion"; }

}  // namespace nearme
