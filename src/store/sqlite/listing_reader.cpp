#include "store/sqlite/listing_reader.hpp"

#include "store/sqlite/record_json.hpp"

namespace nearme {

Result<ListingReader> ListingReader::make(Database& database) {
  TRY(auto sites, database.prepare("SELECT content FROM record WHERE kind = 0 AND retired = 0 ORDER BY id"));
  TRY(auto site, database.prepare("SELECT content FROM record WHERE kind = 0 AND id = ? AND retired = 0"));
  TRY(auto practitioner, database.prepare("SELECT content FROM record WHERE kind = 1 AND id = ? AND retired = 0"));
  TRY(auto practitioners_of_site,
      database.prepare("SELECT record.content FROM work JOIN record ON record.number = work.practitioner "
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
  TRY(auto site, site_from_content(statements_.site.text(0)));
  statements_.site.restart();
  return listing_of(std::move(site));
}

Result<std::optional<Practitioner>> ListingReader::find(const PractitionerId& id) {
  TRY(const bool found, statements_.practitioner.first(id.text()));
  if (!found) return std::nullopt;
  auto practitioner = practitioner_from_content(statements_.practitioner.text(0));
  statements_.practitioner.restart();
  return practitioner;
}

Result<void> ListingReader::for_each(const std::function<Result<void>(const Listing&)>& visit) {
  auto& sites = statements_.sites;
  TRY(bool more, sites.first());
  while (more) {
    TRY(auto site, site_from_content(sites.text(0)));
    TRY(const auto listing, listing_of(std::move(site)));
    TRY_VOID(visit(listing));
    TRY(more, sites.next());
  }
  return {};
}

Result<Listing> ListingReader::listing_of(Site site) {
  Listing listing{.site = std::move(site), .practitioners = {}, .claims = {}};
  TRY_VOID(add_practitioners(listing));
  TRY_VOID(add_claims_of(listing.site.id.text(), listing.claims));
  for (const auto& practitioner : listing.practitioners) {
    TRY_VOID(add_claims_of(practitioner.id.text(), listing.claims));
  }
  return listing;
}

Result<void> ListingReader::add_practitioners(Listing& listing) {
  auto& rows = statements_.practitioners_of_site;
  TRY(bool more, rows.first(listing.site.id.text()));
  while (more) {
    TRY(auto practitioner, practitioner_from_content(rows.text(0)));
    listing.practitioners.push_back(std::move(practitioner));
    TRY(more, rows.next());
  }
  rows.restart();
  return {};
}

Result<void> ListingReader::add_claims_of(std::string_view subject_id, std::vector<Claim>& claims) {
  auto& rows = statements_.claims;
  TRY(bool more, rows.first(subject_id));
  while (more) {
    TRY(auto claim, claim_from_content(rows.text(0)));
    claims.push_back(std::move(claim));
    TRY(more, rows.next());
  }
  rows.restart();
  return {};
}

}  // namespace nearme
