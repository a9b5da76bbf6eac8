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

/// Null while no clinician has signed.
Json signed_by(const std::string& reviewed_by) { return reviewed_by.empty() ? Json(nullptr) : Json(reviewed_by); }

Json to_json(const Guide& guide) {
  Json fields{{"lead", guide.lead}};
  if (!guide.sessions.empty()) fields["sessions"] = guide.sessions;
  if (!guide.results_show.empty()) fields["results_show"] = guide.results_show;
  if (!guide.recovery.empty()) fields["recovery"] = guide.recovery;
  fields["sections"] = Json::array();
  for (const auto& section : guide.sections) fields["sections"].push_back(to_json(section));
  fields["review_date"] = guide.review_date;
  fields["reviewed_by"] = signed_by(guide.reviewed_by);
  return fields;
}

Json to_json(const SuitabilityRule& rule) {
  Json fields{{"id", rule.id}, {"outcome", to_text(rule.outcome)}, {"reason", rule.reason}, {"source", rule.source}};
  if (!rule.url.empty()) fields["url"] = rule.url;
  fields["grade"] = std::string(1, rule.grade);
  fields["review_date"] = rule.review_date;
  fields["reviewed_by"] = signed_by(rule.reviewed_by);
  return fields;
}

Json to_json(const SuitabilityQuestion& question) {
  return {{"id", question.id},
          {"text", question.text},
          {"when", question.when == YesNo::yes ? "yes" : "no"},
          {"statement", question.statement},
          {"help", question.help},
          {"rules", Json::array()}};
}

/// The questions that have rules for a treatment, each with those rules, the gravest question first; null when none.
Json suitability_to_json(const Suitability& suitability, const TreatmentId& treatment) {
  std::vector<std::string> order;
  std::map<std::string, Json> questions;
  for (const auto* rule : suitability.rules_for(treatment)) {
    const auto [asked, is_new] = questions.emplace(rule->question, Json());
    if (is_new) {
      order.push_back(rule->question);
      asked->second = to_json(*suitability.question(rule->question));
    }
    asked->second["rules"].push_back(to_json(*rule));
  }
  if (order.empty()) return nullptr;
  Json list = Json::array();
  for (const auto& id : order) list.push_back(std::move(questions[id]));
  return {{"questions", std::move(list)}};
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
  fields["suitability"] = suitability_to_json(catalogue.suitability(), treatment->id);
  return json_answer(fields, Caching::minutes);
}

}  // namespace nearme
