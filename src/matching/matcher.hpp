#pragma once

#include <string>
#include <vector>

#include "matching/site_traits.hpp"
#include "store/sqlite/sqlite_matches.hpp"

namespace nearme {

/// A record of a site as it is matched: whose it is, and what is compared.
struct MatchRecord {
  std::string id;
  SourceId source;
  SiteTraits traits;
};

/// What the operator has said.
struct OperatorsWill {
  std::vector<MatchDecision> decisions;
  std::vector<SourceId> trust;  ///< the most trusted first
};

/// Puts the records of several sources together that are one site, and finds those that a person should look at.
///
/// Records are compared that share a telephone, a website, or a word of the name near one place or in one postcode or
/// town; of one source none are. The surest pairs join first. A group has at most one record of each source, and never
/// two that the operator says are two; what the operator says is one joins before all others. Memory: some 400 bytes a
/// record. Cost: about linear in the records, since blocks of more than 64 are passed over.
SiteMatches match(const std::vector<MatchRecord>& records, const OperatorsWill& will);

/// Brings groups and doubts of a store up to date; does nothing when they are. Gives whether it did anything.
Result<bool> match_sites(SqliteMatches& store);

}  // namespace nearme
