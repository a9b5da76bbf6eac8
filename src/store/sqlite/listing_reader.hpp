#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/listing.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/rows_by_id.hpp"
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
    SqlStatement practitioner;
    RowsById members;        ///< of a leader: its id; id and content of each further record of its site
    RowsById practitioners;  ///< of a site: its id; id and content of each
    RowsById claims;         ///< of a subject: id, content, source and key of each
  };
  explicit ListingReader(Statements statements) : statements_(std::move(statements)) {}

  /// How what belongs to a site is found: by its id, or as that of the next site of a walk over all.
  enum class Finding : std::uint8_t { by_id, on_walk };

  /// Adds the site of a row (id, content, whether it is an edit), and what belongs to it.
  Result<void> add_listing(const SqlStatement& row, Finding finding, StoredListings& listings);
  /// Adds what belongs to a site under any of its ids, the first of which is the site's own.
  Result<void> add_what_belongs(const std::vector<std::string>& site_ids, Finding finding, StoredListings& listings);
  Result<void> add_claims_of(std::string_view subject_id, Finding finding, StoredListings& listings);
  Result<void> begin_walk();
  void end_walk();

  static Result<void> visit(RowsById& rows, std::string_view id, Finding finding, const auto& visitor) {
    return finding == Finding::by_id ? rows.visit(id, visitor) : rows.visit_next(id, visitor);
  }

  Statements statements_;
};

}  // namespace nearme
