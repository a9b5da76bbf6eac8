#include "store/sqlite/listing_reader.hpp"

#include <map>
#include <utility>

#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

constexpr std::size_t kBatch = 256;

/// The number of the source of the operator's edits; 0 where nothing was ever edited.
constexpr std::string_view kEdits = "coalesce((SELECT number FROM source WHERE id = 'api'), 0)";

/// Which records are seen as sites: those that stand, unless an edit covers them or they are part of a site of several
/// records, whose leader stands or was deleted by the operator.
std::string seen() {
  return fmt::format(
      "record.kind = 0 AND record.covered = 0 AND record.retired = 0 AND (record.source = {0} OR NOT EXISTS "
      "(SELECT 1 FROM site_group JOIN record AS leader ON leader.kind = 0 AND leader.covered = 0 "
      "AND leader.id = site_group.leader WHERE site_group.member = record.id AND site_group.place > 0 "
      "AND (leader.retired = 0 OR leader.source = {0})))",
      kEdits);
}

}  // namespace

Result<ListingReader> ListingReader::make(Database& database) {
  TRY(auto sites, database.prepare(fmt::format("SELECT id, content, source = {} FROM record "
                                               "WHERE {} ORDER BY id",
                                               kEdits, seen())));
  TRY(auto site, database.prepare(fmt::format("SELECT id, content, source = {} FROM record "
                                              "WHERE {} AND id = ?",
                                              kEdits, seen())));
  TRY(auto members,
      database.prepare(fmt::format("SELECT record.id, record.content FROM site_group JOIN record "
                                   "ON record.kind = 0 AND record.covered = 0 AND record.id = site_group.member "
                                   "WHERE site_group.leader = ? AND site_group.place > 0 AND record.retired = 0 "
                                   "AND record.source <> {} ORDER BY site_group.place",
                                   kEdits)));
  TRY(auto practitioner, database.prepare("SELECT content FROM record WHERE kind = 1 AND id = ? AND retired = 0"));
  TRY(auto practitioners_of_site,
      database.prepare("SELECT record.id, record.content FROM work JOIN record ON record.number = work.practitioner "
                       "WHERE work.site_id = ? AND record.retired = 0 ORDER BY record.id"));
  TRY(auto claims, database.prepare("SELECT content FROM record WHERE kind = 2 AND id = ? AND retired = 0 "
                                    "ORDER BY source, key"));
  return ListingReader(Statements{.sites = std::move(sites),
                                  .site = std::move(site),
                                  .members = std::move(members),
                                  .practitioner = std::move(practitioner),
                                  .practitioners_of_site = std::move(practitioners_of_site),
                                  .claims = std::move(claims)});
}

Result<std::optional<Listing>> ListingReader::find(const SiteId& id) {
  TRY(const bool found, statements_.site.first(id.text()));
  if (!found) return std::nullopt;
  StoredListings stored;
  TRY_VOID(add_listing(statements_.site, stored));
  statements_.site.restart();
  TRY(auto listings, stored.read());
  return std::move(listings.front());
}

Result<std::optional<Practitioner>> ListingReader::find(const PractitionerId& id) {
  TRY(const bool found, statements_.practitioner.first(id.text()));
  if (!found) return std::nullopt;
  auto practitioner = ContentReader().practitioner(statements_.practitioner.text(0));
  statements_.practitioner.restart();
  return practitioner;
}

Result<void> ListingReader::for_each_batch(const std::function<Result<void>(StoredListings)>& visit) {
  auto& sites = statements_.sites;
  StoredListings batch;
  TRY(bool more, sites.first());
  while (more) {
    TRY_VOID(add_listing(sites, batch));
    if (batch.size() == kBatch) TRY_VOID(visit(std::exchange(batch, {})));
    TRY(more, sites.next());
  }
  return batch.size() == 0 ? Result<void>{} : visit(std::move(batch));
}

Result<void> ListingReader::add_listing(const SqlStatement& row, StoredListings& listings) {
  std::vector<std::string> ids{std::string(row.text(0))};
  const bool is_edit = row.number(2) != 0;
  listings.add_site(row.text(1));
  auto& members = statements_.members;
  TRY(bool more, members.first(ids.front()));
  while (more) {
    ids.emplace_back(members.text(0));
    // What the operator has edited says all of the site.
    if (!is_edit) listings.add_member(members.text(1));
    TRY(more, members.next());
  }
  members.restart();
  return add_what_belongs(ids, listings);
}

Result<void> ListingReader::add_what_belongs(const std::vector<std::string>& site_ids, StoredListings& listings) {
  // Somebody may work at several records of one site.
  std::map<std::string, std::string> practitioners;
  auto& rows = statements_.practitioners_of_site;
  for (const auto& site_id : site_ids) {
    TRY(bool more, rows.first(site_id));
    while (more) {
      practitioners.try_emplace(std::string(rows.text(0)), rows.text(1));
      TRY(more, rows.next());
    }
    rows.restart();
  }
  for (const auto& [id, content] : practitioners) listings.add_practitioner(content);
  for (const auto& site_id : site_ids) TRY_VOID(add_claims_of(site_id, listings));
  for (const auto& [id, content] : practitioners) TRY_VOID(add_claims_of(id, listings));
  return {};
}

Result<void> ListingReader::add_claims_of(std::string_view subject_id, StoredListings& listings) {
  auto& rows = statements_.claims;
  TRY(bool more, rows.first(subject_id));
  while (more) {
    listings.add_claim(rows.text(0));
    TRY(more, rows.next());
  }
  rows.restart();
  return {};
}

}  // namespace nearme
