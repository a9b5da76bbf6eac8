#pragma once

#include <functional>
#include <optional>

#include "directory/listing.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/stored_listing.hpp"

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

  /// Every standing site by id, a few hundred in memory at a time, read but not made sense of. The caller holds the
  /// transaction that makes it one snapshot.
  Result<void> for_each_batch(const std::function<Result<void>(StoredListings)>& visit);

 private:
  struct Statements {
    SqlStatement sites;
    SqlStatement site;
    SqlStatement members;
    SqlStatement practitioner;
    SqlStatement practitioners_of_site;
    SqlStatement claims;
  };
  explicit ListingReader(Statements statements) : statements_(std::move(statements)) {}

  /// Adds the site of a row (id, content, whether it is an edit), and what belongs to it.
  Result<void> add_listing(const SqlStatement& row, StoredListings& listings);
  /// Adds the records that belong to a site, under any of its ids.
  Result<void> add_what_belongs(const std::vector<std::string>& site_ids, StoredListings& listings);
  Result<void> add_claims_of(std::string_view subject_id, StoredListings& listings);

  Statements statements_;
};

}  // namespace nearme
