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

/// A statement for one id, and the same for all in their order. `sql` ends within its WHERE; `order` is what the rows
/// of one id are in.
Result<RowsById> prepare_rows(Database& database, const std::string& sql, std::string_view id, std::string_view order) {
  TRY(auto of_one, database.prepare(fmt::format("{} AND {} = ? ORDER BY {}", sql, id, order)));
  TRY(auto of_all, database.prepare(fmt::format("{} ORDER BY {}, {}", sql, id, order)));
  return RowsById(std::move(of_one), std::move(of_all));
}

}  // namespace

Result<ListingReader> ListingReader::make(Database& database) {
  const auto sites_sql = fmt::format("SELECT id, content, source = {} FROM record WHERE {}", kEdits, seen());
  TRY(auto sites, database.prepare(sites_sql + " ORDER BY id"));
  TRY(auto site, database.prepare(sites_sql + " AND id = ?"));
  TRY(auto practitioner, database.prepare("SELECT content FROM record WHERE kind = 1 AND id = ? AND retired = 0"));
  TRY(auto members, prepare_rows(database,
                                 fmt::format("SELECT site_group.leader, record.id, record.content FROM site_group "
                                             "JOIN record ON record.kind = 0 AND record.covered = 0 "
                                             "AND record.id = site_group.member WHERE site_group.place > 0 "
                                             "AND record.retired = 0 AND record.source <> {}",
                                             kEdits),
                                 "site_group.leader", "site_group.place"));
  TRY(auto practitioners, prepare_rows(database,
                                       "SELECT work.site_id, record.id, record.content FROM work "
                                       "JOIN record ON record.number = work.practitioner WHERE record.retired = 0",
                                       "work.site_id", "work.practitioner"));
  TRY(auto claims,
      prepare_rows(database, "SELECT id, content FROM record WHERE kind = 2 AND retired = 0", "id", "source, key"));
  return ListingReader(Statements{.sites = std::move(sites),
                                  .site = std::move(site),
                                  .practitioner = std::move(practitioner),
                                  .members = std::move(members),
                                  .practitioners = std::move(practitioners),
                                  .claims = std::move(claims)});
}

Result<std::optional<Listing>> ListingReader::find(const SiteId& id) {
  TRY(const bool found, statements_.site.first(id.text()));
  if (!found) return std::nullopt;
  StoredListings stored;
  TRY_VOID(add_listing(statements_.site, Finding::by_id, stored));
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
  TRY_VOID(begin_walk());
  TRY(bool more, sites.first());
  while (more) {
    TRY_VOID(add_listing(sites, Finding::on_walk, batch));
    if (batch.size() == kBatch) TRY_VOID(visit(std::exchange(batch, {})));
    TRY(more, sites.next());
  }
  end_walk();
  return batch.size() == 0 ? Result<void>{} : visit(std::move(batch));
}

Result<void> ListingReader::begin_walk() {
  TRY_VOID(statements_.members.begin_walk());
  TRY_VOID(statements_.practitioners.begin_walk());
  return statements_.claims.begin_walk();
}

void ListingReader::end_walk() {
  statements_.members.end_walk();
  statements_.practitioners.end_walk();
  statements_.claims.end_walk();
}

Result<void> ListingReader::add_listing(const SqlStatement& row, Finding finding, StoredListings& listings) {
  std::vector<std::string> ids{std::string(row.text(0))};
  const bool is_edit = row.number(2) != 0;
  listings.add_site(row.text(1));
  TRY_VOID(visit(statements_.members, row.text(0), finding, [&](const SqlStatement& member) {
    ids.emplace_back(member.text(1));
    // What the operator has edited says all of the site.
    if (!is_edit) listings.add_member(member.text(2));
  }));
  return add_what_belongs(ids, finding, listings);
}

Result<void> ListingReader::add_what_belongs(const std::vector<std::string>& site_ids, Finding finding,
                                             StoredListings& listings) {
  // Somebody may work at several records of one site.
  std::map<std::string, std::string> practitioners;
  const auto finding_of = [&](const std::string& id) { return &id == &site_ids.front() ? finding : Finding::by_id; };
  for (const auto& id : site_ids) {
    TRY_VOID(visit(statements_.practitioners, id, finding_of(id),
                   [&](const SqlStatement& row) { practitioners.try_emplace(std::string(row.text(1)), row.text(2)); }));
  }
  for (const auto& [id, content] : practitioners) listings.add_practitioner(content);
  for (const auto& id : site_ids) TRY_VOID(add_claims_of(id, finding_of(id), listings));
  for (const auto& [id, content] : practitioners) TRY_VOID(add_claims_of(id, Finding::by_id, listings));
  return {};
}

Result<void> ListingReader::add_claims_of(std::string_view subject_id, Finding finding, StoredListings& listings) {
  return visit(statements_.claims, subject_id, finding,
               [&](const SqlStatement& row) { listings.add_claim(row.text(1)); });
}

}  // namespace nearme
