#include "directory/json.hpp"
#include "directory/merged_site.hpp"
#include "hours/local_time.hpp"
#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"
#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

using nlohmann::json;

json claims_of(const Listing& listing, Date today) {
  auto claims = json::array();
  for (const auto& claim : listing.claims) {
    auto fields = to_json(claim);
    fields["state"] = to_string(state_of(claim, today));
    if (!claim.note.empty()) fields["note"] = claim.note;
    claims.push_back(std::move(fields));
  }
  return claims;
}

json need_of(const NeedStanding& need, Date today) {
  json fields{{"rule", need.rule},
              {"text", need.text},
              {"jurisdiction", need.jurisdiction},
              {"source", need.source},
              {"url", need.url},
              {"review_date", need.review_date},
              {"state", to_string(need.state)}};
  if (!need.claim.empty()) fields["claim"] = need.claim;
  if (!need.of.empty()) fields["of"] = need.of;
  if (!need.checked_by.empty()) fields["checked_by"] = need.checked_by;
  if (!need.reviewed_by.empty()) fields["reviewed_by"] = need.reviewed_by;
  if (!need.checked_at) return fields;
  fields["checked_at"] = format_date(*need.checked_at);
  fields["age_days"] = (std::chrono::sys_days{today} - std::chrono::sys_days{*need.checked_at}).count();
  return fields;
}

/// Of the offers for which there are rules: how they stand beside these.
json standings_of(const Listing& listing, Date today) {
  auto standings = json::array();
  for (const auto& standing : listing.standings) {
    auto needs = json::array();
    for (const auto& need : standing.needs) needs.push_back(need_of(need, today));
    standings.push_back({{"treatment", standing.treatment.text()},
                         {"level", to_string(standing.level)},
                         {"requirements", std::move(needs)}});
  }
  return standings;
}

json open_of(const OpenAt& open, const std::string& time_zone) {
  json fields{{"state", to_string(open.state)}};
  if (open.until) fields["until"] = format_local(*open.until, time_zone);
  return fields;
}

/// What only the index knows of a site: whether it is open, and where its page is.
void add_indexed_fields(json& fields, const Site& site, const LiveIndex& index, Instant now) {
  const auto position = index.find(site.id.text());
  const auto open = position ? index.open_at(*position, now) : OpenAt{};
  fields["open"] = open_of(open, site.time_zone);
  if (position) fields["url"] = fmt::format("/sites/{}", index.slug(*position));
}

json said(const FieldOrigin::Said& said) {
  return {{"source", said.source.text()}, {"value", json::parse(said.value)}};
}

/// Of a site that several sources have: its records, the most trusted first, and for each field whose it is and what
/// the others said.
void add_provenance(json& fields, const std::vector<Site>& records) {
  fields["records"] = json::array();
  for (const auto& record : records)
    fields["records"].push_back({{"id", record.id.text()}, {"source", record.source.text()}});
  fields["provenance"] = json::object();
  for (const auto& origin : origins_of(records)) {
    auto entry = said(origin.won);
    for (const auto& lost : origin.lost) entry["others"].push_back(said(lost));
    fields["provenance"][origin.field] = std::move(entry);
  }
}

/// A site that is none of its own: part of another, which several sources have, or none at all.
Result<Answer> answer_without_listing(const std::string& id, Store& store) {
  TRY(const auto records, store.records_of(SiteId{id}));
  if (records.empty() || records.front().id.text() == id)
    return fail(ErrorKind::not_found, "there is no site '{}'", id);
  Answer answer{.status = 307, .caching = Caching::never};
  answer.headers.emplace_back("Location", "/v1/sites/" + percent_encode(records.front().id.text()));
  return answer;
}

}  // namespace

/// GET /v1/sites/{id}.
Result<Answer> site_endpoint(const Request& request, const Backing& backing) {
  TRY_VOID(expect_only(request.parameters, {}));
  const SiteId id{request.piece("id")};
  TRY(const auto listing, backing.store.find_listing(id));
  if (!listing) return answer_without_listing(id.text(), backing.store);
  auto fields = to_json(listing->site);
  fields["practitioners"] = json::array();
  for (const auto& practitioner : listing->practitioners) fields["practitioners"].push_back(to_json(practitioner));
  const Date today{std::chrono::floor<std::chrono::days>(backing.now)};
  fields["claims"] = claims_of(*listing, today);
  if (!listing->standings.empty()) fields["standings"] = standings_of(*listing, today);
  TRY(const auto records, backing.store.records_of(id));
  if (records.size() > 1 && listing->site.source.text() != kSourceOfEdits) add_provenance(fields, records);
  add_indexed_fields(fields, listing->site, *backing.search->index(), backing.now);
  return json_answer(fields, Caching::revalidate);
}

}  // namespace nearme
