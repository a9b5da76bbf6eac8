#pragma once

#include <cstdint>

#include "directory/claim.hpp"
#include "directory/site.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// The record of a made-up site, as an import would have put it into a store: the entry's fields, and besides a street,
/// a postcode, telephone, website and opening hours made up from its number. Some 700 bytes as JSON.
Site site_of(const IndexEntry& entry, std::uint32_t number);

/// What stands behind the entry's level of evidence: a registration that was checked, or one that is only declared.
/// None, where the entry has none.
std::optional<Claim> claim_of(const IndexEntry& entry);

}  // namespace nearme
