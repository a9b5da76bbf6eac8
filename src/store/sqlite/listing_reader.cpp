#include "store/sqlite/listing_reader.hpp"

#include <utility>

#include "store/sqlite/record_json.hpp"

namespace nearme {
namespace {

constexpr std::size_t kBatch = 256;

}  // namespace

Result<ListingReader> ListingReader::make(Database& database) {
  TRY(auto sites, database.prepare("SELECT id, content FROM record WHERE kind = 0 AND covered = 0 AND retired = 0 "
                                   "ORDER BY id"));
  TRY(auto site, database.prepare("SELECT content FROM record WHERE kind = 0 AND covered = 0 AND id = ? "
                                  "AND retired = 0"));
  TRY(auto practitioner, database.prepare("SELECT content FROM record WHERE kind = 1 AND id = ? AND retired = 0"));
  TRY(auto practitioners_of_site,
      database.prepare("SELECT record.id, record.content FROM work JOIN record ON record.number = work.practitioner "
                       "WHERE work.site_id = ? AND record.retired = 0 ORDER BY record.id"));
  TRY(auto claims, database.prepare("SELECT content FROM record WHERE kind = 2 AND id = ? AND retired = 0 "
                                    "ORDER BY source, key"));
  return ListingReader(Statements{.sites = std::move(sites),
                                  .site = std::move(site),
                                  .practitioner = std::move(practitioner),
                                  .practitioners_of_site = std::move(practitioners_of_site),
                                  .claims = std::move(claims)});
}

Result<std::optional<Listing>> ListingReader::find(const SiteId& id) {
  TRY(const bool found, statements_.site.first(id.text()));
  if (!found) return std::nullopt;
  StoredListings stored;
  stored.add_site(statements_.site.text(0));
  statements_.site.restart();
  TRY_VOID(add_what_belongs(id.text(), stored));
  TRY(auto listings, stored.read());
  return std::move(listings.front());
}

Result<std::optional<Practitioner>> ListingReader::find(const PractitionerId& id) {
  TRY(const bool found, statements_.practitioner.first(id.text()));
  if (!found) return std::nullopt;
  auto practitioner = practitioner_from_content(statements_.practitioner.text(0));
  statements_.practitioner.restart();
  return practitioner;
}

Result<void> ListingReader::for_each_batch(const std::function<Result<void>(StoredListings)>& visit) {
  auto& sites = statements_.sites;
  StoredListings batch;
  TRY(bool more, sites.first());
  while (more) {
    batch.add_site(sites.text(1));
    TRY_VOID(add_what_belongs(sites.text(0), batch));
    if (batch.size() == kBatch) TRY_VOID(visit(std::exchange(batch, {})));
    TRY(more, sites.next());
  }
  return batch.size() == 0 ? Result<void>{} : visit(std::move(batch));
}

Result<void> ListingReader::add_what_belongs(std::string_view site_id, StoredListings& listings) {
  auto& rows = statements_.practitioners_of_site;
  std::vector<std::string> practitioners;
  TRY(bool more, rows.first(site_id));
  while (more) {
    practitioners.emplace_back(rows.text(0));
    listings.add_practitioner(rows.text(1));
    TRY(more, rows.next());
  }
  rows.restart();
  TRY_VOID(add_claims_of(site_id, listings));
  for (const std::string& practitioner : practitioners) TRY_VOID(add_claims_of(practitioner, listings));
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
