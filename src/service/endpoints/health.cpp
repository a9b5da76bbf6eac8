#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"

namespace nearme {

/// GET /healthz: the program runs.
Result<Answer> health_endpoint() { return Answer{.body = R"({"status":"ok"})", .caching = Caching::never}; }

/// GET /readyz: there is an image to answer from.
Result<Answer> readiness_endpoint(const LiveIndex& index) {
  const nlohmann::ordered_json fields{{"status", "ready"},
                                      {"sites", index.size()},
                                      {"revision", index.about().revision},
                                      {"day", format_date(index.about().day)}};
  return json_answer(fields, Caching::never);
}

}  // namespace nearme
