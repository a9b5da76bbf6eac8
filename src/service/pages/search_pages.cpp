#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "service/pages/chosen_time.hpp"
#include "service/pages/filter_counts.hpp"
#include "service/pages/pages.hpp"
#include "service/pages/pages_parts.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/search_view.hpp"
#include "service/pages/start_view.hpp"
#include "service/pages/structured_data.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> kOwnParameters{"part", "shown", "lang", "open_at"};
constexpr std::size_t kCardsOnAPage = 10;

/// What the search takes: without the parameters that are the page's own, and without the empty fields of forms.
Parameters for_search(const Parameters& parameters) {
  Parameters kept;
  for (const auto& parameter : parameters) {
    const bool own = std::ranges::count(kOwnParameters, parameter.first) > 0;
    const bool of_no_price = parameter.first == "currency" && given(parameters, "price_max").empty();
    if (!own && !of_no_price && !parameter.second.empty()) kept.push_back(parameter);
  }
  return kept;
}

/// The offers to show first: those asked for, else those used for the concerns asked for.
std::vector<TreatmentId> asked_for(const Understood& understood, const Catalogue& catalogue) {
  auto treatments = understood.treatments;
  if (!treatments.empty()) return treatments;
  for (const auto& id : understood.concerns) {
    const auto* concern = catalogue.find(id);
    if (concern == nullptr) continue;
    for (const auto& used : concern->treatments) treatments.push_back(used.treatment);
  }
  return treatments;
}

/// Open at the time that was chosen by the clock of the place asked for.
Result<void> open_as_chosen(SearchRequest& request, std::string_view chosen, const Search& search) {
  if (chosen.empty()) return {};
  const auto time = read_chosen_time(chosen);
  if (!time) return fail_parameter("open_at", "open_at: '{}' is no time such as 2026-11-28T18:00", chosen);
  const auto understood = search.run(request);
  const bool has_place = understood && understood->understood.place;
  const auto town = has_place ? search.gazetteer().nearest(understood->understood.place->position) : std::nullopt;
  request.open_at = moment_of(*time, town ? std::string{town->time_zone} : std::string{});
  request.open_now = false;
  return {};
}

}  // namespace

Result<json> Pages::answered(const Parameters& parameters, const Search& search, Instant now) const {
  const auto asked = for_search(parameters);
  TRY(auto request, search_request_from(asked, search.catalogue(), now));
  TRY_VOID(open_as_chosen(request, given(parameters, "open_at"), search));
  if (given(asked, "limit").empty()) request.limit = kCardsOnAPage;
  request.explain = true;
  request.ratings_count = look().ranks_ratings;
  const auto answer = search.run(request);
  if (!answer && answer.error().kind == ErrorKind::invalid_input)
    return problem_view(parameters, answer.error(), language());
  if (!answer) return std::unexpected(answer.error());
  const auto& place = answer->understood.place;
  const auto law = parts_->jurisdiction.over(place ? place->country : "", *search.index());
  auto setting = card_setting(search, law, asked_for(answer->understood, search.catalogue()), now);
  if (place) setting.measured_in = place->country;
  auto view = search_view(parameters, *answer, count_filters(search, request, *answer), setting);
  view["points"] = points_url(request.open_at && !given(parameters, "open_at").empty()
                                  ? with(asked, "open", format_instant(*request.open_at))
                                  : asked);
  view["page_address"] = search_url(without(parameters, {}));
  return view;
}

Result<std::string> Pages::search(const Parameters& all_parameters, const Search& search, Instant now,
                                  PagePart part) const {
  const auto parameters = without_lang(all_parameters);
  const std::string name = part == PagePart::whole ? "search" : part == PagePart::results ? "results" : "embed";
  if (without(for_search(parameters), {}).empty()) {
    auto view = start_view(shown(search), search, look(), language());
    const PageFacts facts{.title = say("start.title"),
                          .description = view["introduction"],
                          .path = "/",
                          .structured = structured_start(look().name, look().address),
                          .about = &search.index()->about()};
    return render(name, std::move(view), facts);
  }
  TRY(auto view, answered(parameters, search, now));
  const PageFacts facts{
      .title = view["headline"], .here = search_url(without(parameters, {})), .about = &search.index()->about()};
  return render(name, std::move(view), facts);
}

}  // namespace nearme
