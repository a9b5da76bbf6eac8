#include "search/answer_json.hpp"
#include "service/endpoints/endpoints.hpp"

namespace nearme {

/// GET /v1/suggest.
Result<Answer> suggest_endpoint(const Parameters& parameters, const Search& search, const Pages& pages) {
  TRY(auto request, suggest_request_from(parameters));
  request.jurisdiction = pages.jurisdiction_at(request.at, search);
  Answer answer;
  answer.body = to_json(search.suggest(request));
  return answer;
}

}  // namespace nearme
