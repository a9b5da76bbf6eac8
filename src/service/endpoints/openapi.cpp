#include "assets/assets.hpp"
#include "service/endpoints/endpoints.hpp"

namespace nearme {

/// GET /openapi.json: api/openapi.yaml, as JSON.
Result<Answer> openapi_endpoint() {
  const auto* contract = find_asset("openapi.json");
  if (contract == nullptr) return fail(ErrorKind::not_found, "this build has no openapi.json");
  return Answer{.fixed_body = contract->text(), .caching = Caching::minutes};
}

}  // namespace nearme
