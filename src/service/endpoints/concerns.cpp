#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Concern& concern) {
  Json fields{{"id", concern.id.text()}};
  add_names(fields, concern.names);
  fields["synonyms"] = concern.synonyms;
  fields["summary"] = concern.summary;
  fields["treatments"] = Json::array();
  for (const auto& used : concern.treatments) {
    fields["treatments"].push_back({{"treatment", used.treatment.text()},
                                    {"strength", used.strength},
                                    {"source", used.source},
                                    {"url", used.url},
                                    {"grade", std::string(1, used.grade)}});
  }
  fields["url"] = "/concerns/" + concern.id.text();
  return fields;
}

}  // namespace

/// GET /v1/concerns.
Result<Answer> concerns_endpoint(const Request& request, const Catalogue& catalogue) {
  TRY_VOID(expect_only(request.parameters, {}));
  Json list = Json::array();
  for (const auto& concern : catalogue.concerns()) list.push_back(to_json(concern));
  return json_answer(Json{{"concerns", std::move(list)}}, Caching::minutes);
}

/// GET /v1/concerns/{id}.
Result<Answer> concern_endpoint(const Request& request, const Catalogue& catalogue) {
  TRY_VOID(expect_only(request.parameters, {}));
  const auto* concern = catalogue.find(ConcernId{request.piece("id")});
  if (concern == nullptr) return fail(ErrorKind::not_found, "there is no concern '{}'", request.piece("id"));
  return json_answer(to_json(*concern), Caching::minutes);
}

}  // namespace nearme
