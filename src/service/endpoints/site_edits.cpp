#include <algorithm>

#include "directory/json.hpp"
#include "hours/opening_hours.hpp"
#include "service/edit_queue.hpp"
#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"
#include "service/http/problem.hpp"
#include "service/operator_token.hpp"
#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// What GET adds to the site's own fields, so that its answer can be changed and put back.
constexpr std::array kReadOnly{"practitioners", "claims", "standings", "open",
                               "url",           "source", "records",   "provenance"};

Result<json> body_of(const Request& request) {
  auto body = json::parse(request.body, nullptr, false);
  if (body.is_discarded())
    return fail(ErrorKind::invalid_input, "the body is no JSON; send the site as GET /v1/sites/{{id}} gives it");
  if (!body.is_object()) return fail(ErrorKind::invalid_input, "the body is no JSON object but {}", body.type_name());
  return body;
}

Result<void> check_id(json& body, std::string_view id) {
  const auto given = body.find("id");
  if (given != body.end() && *given != id)
    return fail_parameter("id", "'id' is {}, but the address names the site '{}'", given->dump(), id);
  body["id"] = id;
  return {};
}

/// What only the catalogue and the opening-hours syntax know to be wrong.
Result<void> check_meanings(const Site& site, const Backing& backing) {
  for (std::size_t i = 0; i < site.kinds.size(); ++i) {
    if (backing.catalogue.find(site.kinds[i]) == nullptr)
      return fail_parameter(fmt::format("kinds[{}]", i), "there is no kind '{}' in the catalogue",
                            site.kinds[i].text());
  }
  for (std::size_t i = 0; i < site.offers.size(); ++i) {
    const auto& treatment = site.offers[i].treatment;
    if (backing.catalogue.find(treatment) == nullptr)
      return fail_parameter(fmt::format("offers[{}].treatment", i),
                            "there is no treatment '{}'; /v1/treatments lists those that there are", treatment.text());
  }
  if (site.opening_hours.empty()) return {};
  const HoursPlace place{.country = site.address.country, .position = site.position, .time_zone = site.time_zone};
  const auto hours =
      compile_opening_hours(site.opening_hours, place, Date{std::chrono::floor<std::chrono::days>(backing.now)});
  if (!hours) return fail_parameter("opening_hours", "{}", hours.error().message);
  return {};
}

Result<Site> site_of(const Request& request, const Backing& backing) {
  TRY(auto body, body_of(request));
  TRY_VOID(check_id(body, request.piece("id")));
  for (const auto* field : kReadOnly) body.erase(field);
  TRY(auto site, site_from_json(body));
  if (site.name.empty()) return fail_parameter("name", "name is missing");
  if (site.time_zone.empty()) {
    if (const auto locality = backing.gazetteer.nearest(site.position)) site.time_zone = locality->time_zone;
  }
  TRY_VOID(check_meanings(site, backing));
  return site;
}

Answer answer_to_put(const Site& site, const Result<EditOutcome>& outcome) {
  if (!outcome) return problem_of(outcome.error());
  auto fields = to_json(site);
  fields["source"] = kSourceOfEdits;
  auto answer = json_answer(fields, Caching::never);
  if (*outcome != EditOutcome::added) return answer;
  answer.status = 201;
  answer.headers.emplace_back("Location", "/v1/sites/" + percent_encode(site.id.text()));
  return answer;
}

Answer answer_to_delete(const SiteId& id, const Result<EditOutcome>& outcome) {
  if (!outcome) return problem_of(outcome.error());
  if (*outcome == EditOutcome::not_found)
    return problem_of({.kind = ErrorKind::not_found, .message = fmt::format("there is no site '{}'", id.text())});
  return {.status = 204, .content_type = {}, .caching = Caching::never};
}

}  // namespace

/// PUT /v1/sites/{id}.
Result<Answer> put_site_endpoint(const Request& request, const Backing& backing) {
  if (auto refused = backing.token.refusal(request.authorization)) return *std::move(refused);
  TRY_VOID(expect_only(request.parameters, {}));
  TRY(auto site, site_of(request, backing));
  return Answer{.later = [&edits = backing.edits, site = std::move(site)](std::function<void(Answer)> done) {
    edits.submit({.id = site.id, .site = site},
                 [site, done = std::move(done)](const auto& outcome) { done(answer_to_put(site, outcome)); });
  }};
}

/// DELETE /v1/sites/{id}.
Result<Answer> delete_site_endpoint(const Request& request, const Backing& backing) {
  if (auto refused = backing.token.refusal(request.authorization)) return *std::move(refused);
  TRY_VOID(expect_only(request.parameters, {}));
  return Answer{.later = [&edits = backing.edits, id = SiteId{request.piece("id")}](std::function<void(Answer)> done) {
    edits.submit({.id = id, .site = {}},
                 [id, done = std::move(done)](const auto& outcome) { done(answer_to_delete(id, outcome)); });
  }};
}

}  // namespace nearme
