#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Statement& statement) {
  Json fields{{"text", statement.text}, {"source", statement.source}};
  if (!statement.url.empty()) fields["url"] = statement.url;
  fields["grade"] = std::string(1, statement.grade);
  return fields;
}

Json to_json(const GuideSection& section) {
  Json statements = Json::array();
  for (const auto& statement : section.statements) statements.push_back(to_json(statement));
  return {{"id", section.id}, {"title", section.title}, {"statements", std::move(statements)}};
}

Json to_json(const Guide& guide) {
  Json fields{{"lead", guide.lead}};
  if (!guide.sessions.empty()) fields["sessions"] = guide.sessions;
  if (!guide.results_show.empty()) fields["results_show"] = guide.results_show;
  if (!guide.recovery.empty()) fields["recovery"] = guide.recovery;
  fields["sections"] = Json::array();
  for (const auto& section : guide.sections) fields["sections"].push_back(to_json(section));
  fields["review_date"] = guide.review_date;
  fields["reviewed_by"] = guide.reviewed_by.empty() ? Json(nullptr) : Json(guide.reviewed_by);
  return fields;
}

Json to_json(const Treatment& treatment) {
  Json fields{{"id", treatment.id.text()}};
  add_names(fields, treatment.names);
  fields["synonyms"] = treatment.synonyms;
  fields["summary"] = treatment.summary;
  fields["not_the_same"] = Json::array();
  for (const auto& id : treatment.not_the_same) fields["not_the_same"].push_back(id.text());
  fields["url"] = "/treatments/" + treatment.id.text();
  return fields;
}

}  // namespace

/// GET /v1/treatments.
Result<Answer> treatments_endpoint(const Request& request, const Catalogue& catalogue) {
  TRY_VOID(expect_only(request.parameters, {}));
  Json list = Json::array();
  for (const auto& treatment : catalogue.treatments()) list.push_back(to_json(treatment));
  return json_answer(Json{{"treatments", std::move(list)}}, Caching::minutes);
}

/// GET /v1/treatments/{id}.
Result<Answer> treatment_endpoint(const Request& request, const Catalogue& catalogue) {
  TRY_VOID(expect_only(request.parameters, {}));
  const auto* treatment = catalogue.find(TreatmentId{request.piece("id")});
  if (treatment == nullptr) return fail(ErrorKind::not_found, "there is no treatment '{}'", request.piece("id"));
  auto fields = to_json(*treatment);
  fields["guide"] = treatment->guide ? to_json(*treatment->guide) : Json(nullptr);
  return json_answer(fields, Caching::minutes);
}

}  // namespace nearme
