#include "search/answer_json.hpp"
#include "service/endpoints/endpoints.hpp"

namespace nearme {

/// GET /v1/suggest.
Result<Answer> suggest_endpoint(const Parameters& parameters, const Search& search) {
  TRY(const auto request, suggest_request_from(parameters));
  Answer answer;
  answer.body = to_json(search.suggest(request));
  return answer;
}

}  // namespace nearme
