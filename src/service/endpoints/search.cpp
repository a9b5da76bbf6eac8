#include "search/answer_geojson.hpp"
#include "search/answer_json.hpp"
#include "service/endpoints/endpoints.hpp"

namespace nearme {

/// GET /v1/search.
Result<Answer> search_endpoint(const Parameters& parameters, const Search& search, const Look& look, Instant now) {
  TRY(auto request, search_request_from(parameters, search.catalogue(), now));
  request.ratings_count = look.ranks_ratings;
  TRY(const auto found, search.run(request));
  Answer answer;
  const bool as_map = request.format == AnswerFormat::geojson;
  if (as_map) answer.content_type = "application/geo+json";
  answer.body = as_map ? to_geojson(found) : to_json(found);
  return answer;
}

}  // namespace nearme
