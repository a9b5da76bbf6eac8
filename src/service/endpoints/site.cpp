#include "directory/json.hpp"
#include "hours/local_time.hpp"
#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"

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

}  // namespace

/// GET /v1/sites/{id}.
Result<Answer> site_endpoint(const Request& request, const Backing& backing) {
  TRY_VOID(expect_only(request.parameters, {}));
  TRY(const auto listing, backing.store.find_listing(SiteId{request.piece("id")}));
  if (!listing) return fail(ErrorKind::not_found, "there is no site '{}'", request.piece("id"));
  auto fields = to_json(listing->site);
  fields["practitioners"] = json::array();
  for (const auto& practitioner : listing->practitioners) fields["practitioners"].push_back(to_json(practitioner));
  fields["claims"] = claims_of(*listing, Date{std::chrono::floor<std::chrono::days>(backing.now)});
  add_indexed_fields(fields, listing->site, *backing.search->index(), backing.now);
  return json_answer(fields, Caching::revalidate);
}

}  // namespace nearme
