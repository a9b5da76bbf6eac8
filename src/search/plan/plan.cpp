#include "search/plan/plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/vectors.hpp"
#include "hours/local_time.hpp"
#include "search/plan/conditions.hpp"
#include "search/plan/name_filters.hpp"
#include "search/plan/place_choice.hpp"
#include "search/plan/site_filters.hpp"

namespace nearme {
namespace {

constexpr Metres kDefaultRadius = Metres::from_kilometres(25);

/// "Clinic" beside a treatment is only a way of speaking.
const KindId kAnyClinic{"clinic"};

/// One request on its way to a plan.
class Planning {
 public:
  Planning(const SearchRequest& request, const PlanSources& sources) : request_(request), sources_(sources) {
    for (const Segment& segment : sources.index.segments())
      plan_.segments.push_back(
          {.index = *segment.index, .filter = segment.all(), .prices = OfferPrices{*segment.index, {}}});
  }

  Result<Plan> make() {
    Question question = sources_.reader.read(request_.q);
    take_concepts(question);
    take_unwanted(question);
    take_conditions(request_, question, understood());
    TRY_VOID(take_place(question));
    take_area(question);
    const NameQuestion names{.request = request_, .question = question, .index = sources_.index};
    const auto words = words_of_names(names, understood());
    filter_by_treatments(request_, sources_.catalogue, plan_);
    filter_by_attributes(request_, plan_);
    take_open(question);
    filter_by_price(request_, plan_);
    filter_by_names(names, words, plan_);
    understood().pieces = std::move(question.pieces);
    return std::move(plan_);
  }

 private:
  Understood& understood() { return plan_.understood; }

  /// What is said exactly wins: words only fill in what no parameter says.
  void take_concepts(const Question& question) {
    understood().treatments = request_.treatments;
    understood().concerns = request_.concerns;
    understood().kinds = request_.kinds;
    for (const auto& [type, id] : question.concepts) {
      if (type == ConceptType::treatment && request_.treatments.empty())
        add_once(understood().treatments, TreatmentId{id});
      if (type == ConceptType::concern && request_.concerns.empty()) add_once(understood().concerns, ConcernId{id});
      if (type == ConceptType::kind && request_.kinds.empty()) add_once(understood().kinds, KindId{id});
      if (type == ConceptType::family && request_.treatments.empty()) take_family(FamilyId{id});
    }
    const bool asks_for_treatment = !understood().treatments.empty() || !understood().concerns.empty();
    if (asks_for_treatment && request_.kinds.empty()) std::erase(understood().kinds, kAnyClinic);
    understood().corrections = question.corrections;
  }

  void take_family(const FamilyId& id) {
    add_once(understood().families, id);
    for (const auto& treatment : sources_.catalogue.find(id)->treatments) add_once(understood().treatments, treatment);
  }

  void take_unwanted(const Question& question) {
    auto& treatments = understood().unwanted_treatments;
    for (const auto& [type, id] : question.unwanted) {
      if (type == ConceptType::treatment) add_once(treatments, TreatmentId{id});
      if (type == ConceptType::kind) add_once(understood().unwanted_kinds, KindId{id});
      if (type != ConceptType::family) continue;
      for (const auto& treatment : sources_.catalogue.find(FamilyId{id})->treatments) add_once(treatments, treatment);
    }
    drop_unwanted(understood(), understood().treatments);
  }

  /// The place said in `near` wins over the one in `q`, and that over the asker's position.
  Result<void> take_place(Question& question) {
    if (question.fault) return fail_parameter("q", "q: {}", question.fault->message);
    if (request_.near.empty()) {
      take_place_of(question);
      return {};
    }
    Question near = sources_.reader.read_place(request_.near);
    if (near.fault) return fail_parameter("near", "near: {}", near.fault->message);
    take_place_of(near);
    if (!understood().place) return fail_parameter("near", "near: no place called '{}' is known", request_.near);
    return {};
  }

  void take_place_of(Question& question) {
    if (question.position) {
      understood().place =
          AskedPlace{.name = fmt::format("{:.4f}, {:.4f}", question.position->lat(), question.position->lon()),
                     .position = *question.position,
                     .slug = {},
                     .kind = PlaceKind::position};
    } else {
      take_choice(choose_place(question, sources_.index, request_.at), question);
    }
  }

  void take_choice(PlaceChoice choice, Question& question) {
    const auto piece = std::ranges::find(question.pieces, "place", &Piece::meaning);
    if (choice.place && piece != question.pieces.end()) piece->value = choice.place->name;
    understood().place = std::move(choice.place);
    understood().alternatives = std::move(choice.alternatives);
    if (!choice.corrected.empty())
      understood().corrections.push_back({question.misspelt_place, std::move(choice.corrected)});
  }

  void take_area(const Question& question) {
    plan_.origin = origin();
    if (plan_.origin) plan_.from = to_unit_vector(*plan_.origin);
    understood().near_me = question.near_me;
    understood().needs_position = question.near_me && !plan_.origin;
    const bool says_near = understood().place || (question.near_me && request_.at);
    // A radius round nowhere holds for nothing, and the answer does not say that it did.
    if (plan_.origin && !request_.box) understood().radius = request_.radius ? request_.radius : question.radius;
    if (!understood().radius && !request_.box && says_near) understood().radius = usual_radius();
    for (auto& segment : plan_.segments) {
      segment.filter.box = request_.box;
      segment.filter.radius = understood().radius;
    }
  }

  [[nodiscard]] std::optional<LatLon> origin() const {
    const auto& place = plan_.understood.place;
    if (request_.box) return request_.at ? *request_.at : request_.box->centre();
    return place ? place->position : request_.at;
  }

  /// An area is searched as a whole.
  [[nodiscard]] Metres usual_radius() const {
    const auto& place = plan_.understood.place;
    return place && place->radius ? *place->radius : kDefaultRadius;
  }

  void take_open(const Question& question) {
    const auto& said = question.opening;
    const bool says_now = said && said->now && !request_.open_at;
    understood().open_now = request_.open_now || says_now;
    understood().open_at = understood().open_now ? request_.now : request_.open_at;
    for (std::size_t i = 0; i < plan_.segments.size(); ++i) {
      auto& segment = plan_.segments[i];
      segment.open = sources_.moments[i]->at(understood().open_at.value_or(request_.now));
      if (understood().open_at) segment.filter.all_of.push_back({.sets = {segment.open->open_sites()}});
    }
    if (said && !said->now && !request_.open_at) take_open_on(*said);
  }

  /// Open at some time of the days that are meant, which are counted by the calendar of the place.
  void take_open_on(const Opening& opening) {
    const auto here = plan_.origin ? sources_.gazetteer.nearest(*plan_.origin) : std::nullopt;
    const auto today = local_date(request_.now, here ? here->time_zone : std::string_view{});
    understood().open_words = opening.words;
    understood().open_on = window_of(opening, today);
    for (std::size_t i = 0; i < plan_.segments.size(); ++i) {
      auto& segment = plan_.segments[i];
      segment.open_during = sources_.moments[i]->during(*understood().open_on);
      segment.filter.all_of.push_back({.sets = {segment.open_during->open_sites()}});
    }
  }

  const SearchRequest& request_;
  const PlanSources& sources_;
  Plan plan_;
};

}  // namespace

Result<Plan> make_plan(const SearchRequest& request, const PlanSources& sources) {
  return Planning{request, sources}.make();
}

Filter with(const Filter& filter, const std::optional<AnyOf>& match) {
  Filter both = filter;
  if (match) both.all_of.push_back(*match);
  return both;
}

Filter asked_of(const SegmentPlan& segment) {
  Filter asked = with(segment.filter, segment.offers);
  asked.condition = segment.affordable.get();
  return asked;
}

}  // namespace nearme
