#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "matching/matcher.hpp"
#include "matching/names_in_use.hpp"

namespace nearme {

/// Where a site is, by the tenth of a degree: sites of one name within it count as one place.
std::uint64_t coarse_place_of(const SiteTraits& site);

/// Pairs of records, by their numbers, that are worth comparing: of different sources, and alike in something that few
/// share. Each once, the smaller number first, in order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const std::vector<MatchRecord>& records,
                                                                     const NamesInUse& names);

}  // namespace nearme
