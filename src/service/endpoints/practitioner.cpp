#include "directory/json.hpp"
#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"

namespace nearme {

/// GET /v1/practitioners/{id}.
Result<Answer> practitioner_endpoint(const Request& request, Store& store) {
  TRY_VOID(expect_only(request.parameters, {}));
  TRY(const auto practitioner, store.find_practitioner(PractitionerId{request.piece("id")}));
  if (!practitioner) return fail(ErrorKind::not_found, "there is no practitioner '{}'", request.piece("id"));
  return json_answer(to_json(*practitioner), Caching::revalidate);
}

}  // namespace nearme
