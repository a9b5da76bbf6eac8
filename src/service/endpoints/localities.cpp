#include <algorithm>

#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/json_answer.hpp"
#include "service/endpoints/parameters.hpp"

namespace nearme {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kUsualLimit = 10;
constexpr std::size_t kMostLocalities = 50;

/// Takes over those matches that are not there yet, up to the limit.
void append(std::vector<LocalityMatch>& matches, std::vector<LocalityMatch> more, std::size_t limit) {
  for (auto& match : more) {
    const auto number = match.locality.number;
    const auto same = [&](const LocalityMatch& other) { return other.locality.number == number; };
    if (matches.size() < limit && std::ranges::none_of(matches, same)) matches.push_back(std::move(match));
  }
}

/// Whole names first, then beginnings, then likely misspellings.
std::vector<LocalityMatch> matches_of(std::string_view q, std::size_t limit, const Gazetteer& gazetteer) {
  std::vector<LocalityMatch> matches;
  append(matches, gazetteer.named(q), limit);
  append(matches, gazetteer.beginning_with(q, limit), limit);
  if (matches.empty()) append(matches, gazetteer.spelled_like(q, limit), limit);
  return matches;
}

Json to_json(const LocalityMatch& match) {
  const auto& locality = match.locality;
  return {{"name", locality.name},          {"matched_name", match.matched_name}, {"edits", match.edits},
          {"region", locality.region},      {"country", locality.country},        {"time_zone", locality.time_zone},
          {"lat", locality.position.lat()}, {"lon", locality.position.lon()},     {"population", locality.population},
          {"slug", locality.slug}};
}

}  // namespace

/// GET /v1/localities.
Result<Answer> localities_endpoint(const Parameters& parameters, const Gazetteer& gazetteer) {
  TRY_VOID(expect_only(parameters, {"q", "limit"}));
  const auto q = value_of(parameters, "q");
  if (q.empty()) return fail_parameter("q", "q is missing: give a place's name or its beginning");
  TRY(const auto limit, limit_of(parameters, kUsualLimit, kMostLocalities));
  Json list = Json::array();
  for (const auto& match : matches_of(q, limit, gazetteer)) list.push_back(to_json(match));
  return json_answer(Json{{"localities", std::move(list)}}, Caching::revalidate);
}

}  // namespace nearme
