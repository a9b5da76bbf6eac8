#include "service/pages/concern_near.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "service/pages/fields.hpp"

namespace nearme {
namespace {

constexpr std::size_t kPriced = 40;

Result<void> check_parameters(const Parameters& parameters) {
  for (const auto& [name, value] : parameters) {
    if (name != "near" && name != "lat" && name != "lon")
      return fail_parameter(name, "'{}' is no parameter of this page; near, lat and lon are", name);
  }
  return {};
}

Parameters filled(const Parameters& parameters) {
  auto kept = parameters;
  std::erase_if(kept, [](const auto& parameter) { return parameter.second.empty(); });
  return kept;
}

/// Nobody, when none of the results offers it: sites whose kind often does are not counted.
OfferedNear offered_of(SearchAnswer answer) {
  std::erase_if(answer.results, [](const SearchResult& result) { return result.match != Match::offers; });
  if (answer.results.empty()) return {};
  const auto& nearest = *std::ranges::min_element(
      answer.results, {}, [](const SearchResult& result) { return result.distance ? result.distance->count() : 0; });
  const auto fields = nlohmann::json::parse(nearest.ready_json, nullptr, false);
  return {.total = answer.total,
          .total_is_exact = answer.total_is_exact,
          .is_far = answer.widened.has_value(),
          .nearest_name = text_of(fields, "name"),
          .nearest_path = text_of(fields, "url"),
          .nearest_id = text_of(fields, "id"),
          .nearest = nearest.distance,
          .priced = std::move(answer.results)};
}

/// Errors: what the search says.
Result<void> add_offered(NearConcern& near, SearchRequest request, const TreatmentId& treatment, const Search& search) {
  request.treatments = {treatment};
  TRY(auto answer, search.run(request));
  if (!answer.understood.place) return fail_parameter("near", "no place was named; write a town or a postcode");
  near.place = answer.understood.place;
  near.country = near.place->country;
  near.slug = near.place->slug;
  near.offered.emplace(treatment, offered_of(std::move(answer)));
  return {};
}

}  // namespace

Result<NearConcern> near_concern(const Concern& concern, const Parameters& parameters, const Search& search,
                                 Instant now) {
  TRY_VOID(check_parameters(parameters));
  NearConcern near{.place = {}, .problem = {}, .country = {}, .slug = {}, .asked = filled(parameters), .offered = {}};
  if (near.asked.empty()) return near;
  TRY(auto request, search_request_from(near.asked, search.catalogue(), now));
  request.radius = NearConcern::kRadius;
  request.limit = kPriced;
  request.sort = Sort::distance;
  for (const auto& used : concern.treatments) {
    if (search.catalogue().find(used.treatment) == nullptr) continue;
    const auto added = add_offered(near, request, used.treatment, search);
    if (added) continue;
    if (added.error().kind != ErrorKind::invalid_input) return std::unexpected(added.error());
    near.place.reset();
    near.problem = added.error();
    return near;
  }
  return near;
}

}  // namespace nearme
