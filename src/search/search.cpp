#include "search/search.hpp"

#include <algorithm>

#include "base/checksum.hpp"
#include "index/members.hpp"
#include "search/facets.hpp"
#include "search/plan/cursor.hpp"
#include "search/plan/fingerprint.hpp"
#include "search/plan/index_words.hpp"
#include "search/plan/plan.hpp"
#include "search/rank/best_scoring.hpp"
#include "search/rank/column_scoring.hpp"
#include "search/suggest.hpp"

namespace nearme {

/// What is worked out once an index, and used by every question.
struct Search::Parts {
  Parts(const Index& index, const Catalogue& catalogue, const Gazetteer& gazetteer)
      : phrases(catalogue), known(index), reader(phrases, gazetteer, known), moments(index) {}

  PhraseBook phrases;
  IndexWords known;
  QuestionReader reader;
  OpenMoments moments;
};

namespace {

/// Counting stops after so many nodes of the tree; then the total is a lower bound.
constexpr std::uint64_t kCountBudget = 200'000;

/// One planned question being answered.
class Answering {
 public:
  Answering(const SearchRequest& request, const Index& index, Plan plan)
      : request_(request), index_(index), plan_(std::move(plan)), asked_(with(plan_.filter, plan_.offers)) {}

  SearchAnswer answer(const std::optional<Cursor>& cursor) {
    const auto total = count(index_, plan_.from, asked_, kCountBudget);
    answer_.total = total.sites;
    answer_.total_is_exact = total.is_exact;
    if (total.sites == 0 && plan_.filter.radius) {
      widen();
    } else {
      add_page(cursor);
    }
    answer_.facets = count_facets(index_, plan_.from, asked_, request_.facets);
    answer_.understood = std::move(plan_.understood);
    return std::move(answer_);
  }

 private:
  void add_page(const std::optional<Cursor>& cursor) {
    const auto scoring = make_scoring(plan_.match);
    std::optional<After> after;
    if (cursor) after = After{.score = cursor->score, .chord_squared = cursor->chord_squared, .id = cursor->id};
    auto hits = best({.index = index_,
                      .from = plan_.from,
                      .filter = asked_,
                      .scoring = *scoring,
                      .limit = request_.limit + 1,
                      .after = after});
    const bool has_more = hits.size() > request_.limit;
    if (has_more) hits.pop_back();
    add(hits, plan_.match);
    if (has_more) answer_.next = cursor_behind(hits.back());
  }

  /// Nothing lies within the radius: the nearest instead, then what may offer it within the radius.
  void widen() {
    Filter anywhere = asked_;
    anywhere.radius.reset();
    const auto nearest = best({.index = index_,
                               .from = plan_.from,
                               .filter = anywhere,
                               .scoring = NearestFirst{},
                               .limit = std::min(request_.limit, kMostWidened)});
    if (!nearest.empty()) {
      answer_.widened =
          Widened{.from_radius = *plan_.filter.radius, .nearest = to_metres(nearest.front().chord_squared)};
      add(nearest, plan_.match);
    }
    if (!plan_.may_offer) return;
    const auto scoring = make_scoring(Match::may_offer);
    const auto room = request_.limit - std::min(request_.limit, answer_.results.size());
    add(best({.index = index_,
              .from = plan_.from,
              .filter = with(plan_.filter, plan_.may_offer),
              .scoring = *scoring,
              .limit = std::min(room, kMostMayOffer)}),
        Match::may_offer);
  }

  [[nodiscard]] BestTerms terms(Match match) const {
    BestTerms terms{.match = match,
                    .asks_for_treatment = !plan_.treatments.empty(),
                    .evidence_confirmed = index_.members().find(std::string{members::kEvidence} + "confirmed"),
                    .evidence_declared = index_.members().find(std::string{members::kEvidence} + "declared"),
                    .open = plan_.open.get()};
    if (plan_.origin) terms.near = near_distance(index_, *plan_.origin);
    for (const auto& treatment : plan_.treatments) {
      terms.offers_confirmed.push_back(
          index_.members().find(std::string{members::kOffersConfirmed} + treatment.text()));
    }
    return terms;
  }

  [[nodiscard]] std::unique_ptr<Scoring> make_scoring(Match match) const {
    switch (request_.sort) {
      case Sort::best:
        return std::make_unique<BestScoring>(index_, terms(match));
      case Sort::distance:
        return std::make_unique<NearestFirst>();
      case Sort::price:
        return std::make_unique<CheapestFirst>(index_, plan_.treatments, request_.currency);
      case Sort::rating:
        return std::make_unique<BestRatedFirst>(index_);
      case Sort::name:
        return std::make_unique<ByName>(index_);
    }
    return std::make_unique<NearestFirst>();
  }

  void add(const std::vector<Hit>& hits, Match match) {
    std::optional<BestScoring> explaining;
    if (request_.explain) explaining.emplace(index_, terms(match));
    for (const auto& hit : hits) {
      SearchResult result{.ready_json = index_.ready_json(hit.site),
                          .open = plan_.open->state_and_change(hit.site),
                          .time_zone = index_.schedule_time_zone(index_.schedule_number(hit.site)),
                          .match = match};
      if (plan_.origin) {
        result.distance = to_metres(hit.chord_squared);
        result.direction = compass_direction(*plan_.origin, index_.position(hit.site));
      }
      if (explaining) result.why = explaining->explain(hit.site, hit.chord_squared);
      answer_.results.push_back(result);
    }
  }

  [[nodiscard]] std::string cursor_behind(const Hit& hit) const {
    return to_text({.image = index_.checksum(),
                    .question = fingerprint(request_),
                    .moment = request_.now,
                    .score = hit.score,
                    .chord_squared = hit.chord_squared,
                    .id = std::string{index_.id(hit.site)}});
  }

  static constexpr std::size_t kMostWidened = 5;
  static constexpr std::size_t kMostMayOffer = 10;

  const SearchRequest& request_;
  const Index& index_;
  Plan plan_;
  Filter asked_;  ///< the plan's filter and, where treatments are asked for, an offer of them
  SearchAnswer answer_;
};

Result<std::optional<Cursor>> cursor_of(const SearchRequest& request, const Index& index) {
  if (request.cursor.empty()) return std::nullopt;
  TRY(auto cursor, cursor_from(request.cursor));
  if (cursor.question != fingerprint(request)) {
    return fail_parameter("cursor", "cursor belongs to another question; use it with the parameters that gave it");
  }
  if (cursor.image != index.checksum()) {
    return fail_parameter("cursor", "cursor belongs to an earlier state of the directory; ask again without it");
  }
  return cursor;
}

}  // namespace

Search::Search(std::shared_ptr<const Index> index, const Catalogue& catalogue, const Gazetteer& gazetteer)
    : index_(std::move(index)),
      catalogue_(catalogue),
      gazetteer_(gazetteer),
      parts_(std::make_shared<Parts>(*index_, catalogue_, gazetteer_)) {}

Result<SearchAnswer> Search::run(const SearchRequest& request) const {
  TRY(const auto cursor, cursor_of(request, *index_));
  SearchRequest asked = request;
  if (cursor) {
    // Later pages rank by the moment of the first, or a site could stand on two of them.
    asked.now = cursor->moment;
    if (asked.open_now) asked.open_at = cursor->moment;
  }
  TRY(auto plan,
      make_plan(asked,
                {.index = *index_, .catalogue = catalogue_, .reader = parts_->reader, .moments = parts_->moments}));
  return Answering{asked, *index_, std::move(plan)}.answer(cursor);
}

std::vector<Suggestion> Search::suggest(const SuggestRequest& request) const {
  return Suggesting{*index_, catalogue_, gazetteer_, parts_->phrases}.suggest(request);
}

std::string_view to_string(Match match) {
  switch (match) {
    case Match::offers:
      return "offers";
    case Match::may_offer:
      return "may-offer";
    case Match::name:
      return "name";
    case Match::near:
      return "near";
  }
  return "near";
}

}  // namespace nearme
