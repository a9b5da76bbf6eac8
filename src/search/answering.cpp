#include "search/answering.hpp"

#include <algorithm>

#include "index/members.hpp"
#include "search/facets.hpp"
#include "search/plan/count_budget.hpp"
#include "search/plan/fingerprint.hpp"
#include "search/rank/column_scoring.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostWidened = 5;
constexpr std::size_t kMostInstead = 10;

Filter asked_anywhere_of(const SegmentPlan& segment) {
  Filter anywhere = asked_of(segment);
  anywhere.radius.reset();
  return anywhere;
}

Filter may_offer_of(const SegmentPlan& segment) { return with(segment.filter, segment.may_offer); }

Filter alternatives_of(const SegmentPlan& segment) { return with(segment.filter, segment.alternatives); }

/// The order by name, for sites of different segments.
bool is_named_before(const LiveIndex& index, const PlacedHit& a, const PlacedHit& b) {
  const auto name_of = [&](const PlacedHit& found) { return fold(index.index_of(found.place).name(found.place.site)); };
  const auto a_name = name_of(a);
  const auto b_name = name_of(b);
  return a_name != b_name ? a_name < b_name : index.id(a.place) < index.id(b.place);
}

}  // namespace

Answering::Answering(const SearchRequest& request, const AnswerSources& sources, Plan plan)
    : request_(request), sources_(sources), plan_(std::move(plan)) {
  const bool uses_nearness = plan_.understood.sort == Sort::best || request_.explain;
  if (!plan_.origin || !uses_nearness) return;
  const bool is_given = sources_.cursor && sources_.cursor->near;
  near_ = is_given ? sources_.cursor->near : near_distance(sources_.index, *plan_.origin);
}

SearchAnswer Answering::answer() && {
  if (!request_.counts_alone) add_page();
  count_matches();
  if (answer_.total == 0 && plan_.understood.radius && !request_.counts_alone) widen();
  count_facets_asked_for();
  answer_.understood = std::move(plan_.understood);
  return std::move(answer_);
}

void Answering::count_matches() {
  if (!request_.counts_alone && !sources_.cursor && answer_.next.empty()) {
    // All stand on this page: their number is known, whatever it would cost to count them.
    answer_.total = answer_.results.size();
    return;
  }
  for (const auto& segment : plan_.segments) {
    const auto matches =
        count({.index = segment.index, .from = plan_.from, .filter = asked_of(segment), .budget = kCountBudget});
    answer_.total += matches.sites;
    answer_.total_is_exact = answer_.total_is_exact && matches.is_exact;
  }
  answer_.total = std::max<std::uint64_t>(answer_.total, answer_.results.size());
}

void Answering::add_page() {
  const Walk walk{.match = plan_.match, .sort = plan_.understood.sort, .limit = request_.limit + 1};
  auto hits = best(walk, asked_of, sources_.cursor);
  const bool has_more = hits.size() > request_.limit;
  if (has_more) hits.pop_back();
  add(hits, plan_.match);
  if (has_more) answer_.next = cursor_behind(hits.back());
}

/// Nothing lies within the radius: the nearest instead, then what may offer it within the radius, then what offers
/// something else for the same concern there.
void Answering::widen() {
  const Walk to_nearest{.match = plan_.match, .sort = Sort::distance, .limit = std::min(request_.limit, kMostWidened)};
  if (const auto nearest = best(to_nearest, asked_anywhere_of, {}); !nearest.empty()) {
    answer_.widened =
        Widened{.from_radius = *plan_.understood.radius, .nearest = to_metres(nearest.front().hit.chord_squared)};
    add(nearest, plan_.match);
  }
  if (plan_.may_offer) add_instead(Match::may_offer, may_offer_of);
  if (!plan_.alternatives.empty()) add_instead(Match::alternative, alternatives_of);
}

void Answering::add_instead(Match match, FilterOf filter_of) {
  const auto room = request_.limit - std::min(request_.limit, answer_.results.size());
  const auto is_shown = [&](const PlacedHit& found) {
    const auto record = sources_.index.index_of(found.place).ready_json(found.place.site);
    return std::ranges::find(answer_.results, record.data(),
                             [](const auto& result) { return result.ready_json.data(); }) != answer_.results.end();
  };
  auto hits =
      best({.match = match, .sort = plan_.understood.sort, .limit = std::min(room, kMostInstead)}, filter_of, {});
  std::erase_if(hits, is_shown);
  add(hits, match);
}

std::vector<PlacedHit> Answering::best(const Walk& walk, FilterOf filter_of,
                                       const std::optional<Cursor>& behind) const {
  const auto& index = sources_.index;
  const auto walk_segment = [&](std::size_t number) {
    const auto& segment = plan_.segments[number];
    const auto page_before = behind ? std::optional{after(*behind, number)} : std::nullopt;
    return nearme::best({.index = segment.index,
                         .from = plan_.from,
                         .filter = filter_of(segment),
                         .scoring = *make_scoring(walk, segment),
                         .limit = walk.limit,
                         .after = page_before});
  };
  if (walk.sort != Sort::name) return best_of_all(index, walk.limit, walk_segment);
  return best_of_all(index, walk.limit, walk_segment,
                     [&](const PlacedHit& a, const PlacedHit& b) { return is_named_before(index, a, b); });
}

/// A score by name is a place among the segment's own names: the page before ended half a place behind the last of
/// those that do not stand behind its end.
After Answering::after(const Cursor& cursor, std::size_t segment) const {
  const double score = plan_.understood.sort == Sort::name
                           ? 0.5 - static_cast<double>(sources_.names[segment]->count_through(cursor.name, cursor.id))
                           : cursor.score;
  return {.score = score, .chord_squared = cursor.chord_squared, .id = cursor.id};
}

std::unique_ptr<Scoring> Answering::make_scoring(const Walk& walk, const SegmentPlan& segment) const {
  switch (walk.sort) {
    case Sort::best:
      return std::make_unique<BestScoring>(segment.index, terms(walk.match, segment));
    case Sort::distance:
      return std::make_unique<NearestFirst>();
    case Sort::price:
      return std::make_unique<CheapestFirst>(segment.prices);
    case Sort::rating:
      return std::make_unique<BestRatedFirst>(segment.index);
    case Sort::name:
      return std::make_unique<ByName>(segment.index);
  }
  return std::make_unique<NearestFirst>();
}

BestTerms Answering::terms(Match match, const SegmentPlan& segment) const {
  const auto& members = segment.index.members();
  BestTerms terms{.near = near_,
                  .match = match,
                  .offers_confirmed = {},
                  .asks_for_treatment = !plan_.treatments.empty(),
                  .evidence_confirmed = members.find(std::string{members::kEvidence} + "confirmed"),
                  .evidence_declared = members.find(std::string{members::kEvidence} + "declared"),
                  .open = segment.open.get(),
                  .ratings_count = request_.ratings_count};
  for (const auto& treatment : plan_.treatments)
    terms.offers_confirmed.push_back(members.find(std::string{members::kOffersConfirmed} + treatment.text()));
  return terms;
}

void Answering::add(const std::vector<PlacedHit>& hits, Match match) {
  for (const auto& found : hits) answer_.results.push_back(result_of(found, match));
}

SearchResult Answering::result_of(const PlacedHit& found, Match match) const {
  const auto& segment = plan_.segments[found.place.segment];
  const auto& index = segment.index;
  const auto& hit = found.hit;
  SearchResult result{.ready_json = index.ready_json(hit.site),
                      .distance = {},
                      .direction = {},
                      .open = segment.open->state_and_change(hit.site),
                      .time_zone = index.schedule_time_zone(index.schedule_number(hit.site)),
                      .match = match,
                      .why = {}};
  if (match == Match::alternative) result.alternative = alternative_of(index, hit.site);
  if (plan_.origin) {
    result.distance = to_metres(hit.chord_squared);
    result.direction = compass_direction(*plan_.origin, index.position(hit.site));
  }
  if (request_.explain) result.why = BestScoring{index, terms(match, segment)}.explain(hit.site, hit.chord_squared);
  return result;
}

/// The strongest of the alternatives that a site offers.
std::optional<Alternative> Answering::alternative_of(const Index& index, SitePosition site) const {
  for (const auto& alternative : plan_.alternatives) {
    const auto is_it = [&](const OfferColumn& offer) {
      return index.treatments()[offer.treatment] == alternative.treatment.text();
    };
    if (std::ranges::any_of(index.offers(site), is_it)) return alternative;
  }
  return std::nullopt;
}

void Answering::count_facets_asked_for() {
  if (request_.facets.empty()) return;
  std::vector<Filter> filters;
  for (const auto& segment : plan_.segments) filters.push_back(asked_of(segment));
  std::vector<Filtered> parts;
  for (std::size_t i = 0; i < filters.size(); ++i)
    parts.push_back({.index = plan_.segments[i].index, .filter = filters[i]});
  auto counts = count_facets(parts, plan_.from, request_.facets);
  answer_.facets = std::move(counts.facets);
  answer_.facets_are_exact = counts.are_exact;
}

std::string Answering::cursor_behind(const PlacedHit& last) const {
  const auto& index = sources_.index;
  const bool by_name = plan_.understood.sort == Sort::name;
  return to_text({.question = fingerprint(request_),
                  .moment = request_.now,
                  .near = near_,
                  .score = last.hit.score,
                  .chord_squared = last.hit.chord_squared,
                  .id = std::string{index.id(last.place)},
                  .name = by_name ? fold(index.index_of(last.place).name(last.place.site)) : std::string{}});
}

}  // namespace nearme
