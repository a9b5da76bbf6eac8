#pragma once

#include <functional>
#include <optional>

#include "directory/listing.hpp"
#include "store/sqlite/database.hpp"

namespace nearme {

/// Reads listings over one connection: the site, who works there, and the claims about it and them.
///
/// Claims of one subject come in the order in which their sources were first imported, then by key. Must not outlive
/// its database.
class ListingReader {
 public:
  [[nodiscard]] static Result<ListingReader> make(Database& database);

  [[nodiscard]] Result<std::optional<Listing>> find(const SiteId& id);
  [[nodiscard]] Result<std::optional<Practitioner>> find(const PractitionerId& id);

  /// Every standing site by id, one in memory at a time. The caller holds the transaction that makes it one snapshot.
  Result<void> for_each(const std::function<Result<void>(const Listing&)>& visit);

 private:
  struct Statements {
    SqlStatement sites;
    SqlStatement site;
    SqlStatement practitioner;
    SqlStatement practitioners_of_site;
    SqlStatement claims;
  };
  explicit ListingReader(Statements statements) : statements_(std::move(statements)) {}

  Result<Listing> listing_of(Site site);
  Result<void> add_practitioners(Listing& listing);
  Result<void> add_claims_of(std::string_view subject_id, std::vector<Claim>& claims);

  Statements statements_;
};

}  // namespace nearme
