#include "search/answer_geojson.hpp"
#include "service/endpoints/endpoints.hpp"

namespace nearme {

/// GET /v1/points.
Result<Answer> points_endpoint(const Parameters& parameters, const Search& search, Instant now) {
  TRY(const auto request, points_request_from(parameters, search.catalogue(), now));
  TRY(const auto found, search.points(request));
  Answer answer{.content_type = "application/geo+json"};
  answer.body = to_geojson(found);
  return answer;
}

}  // namespace nearme
