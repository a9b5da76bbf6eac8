#include "search/search.hpp"

#include "search/answering.hpp"
#include "search/plan/fingerprint.hpp"
#include "search/plan/index_words.hpp"
#include "search/points.hpp"
#include "search/suggest.hpp"

namespace nearme {
namespace {

/// What is worked out once for a segment's index, and remembered as long as the index is searched.
struct SegmentMemory {
  std::shared_ptr<const Index> index;
  std::shared_ptr<OpenMoments> moments;
  std::shared_ptr<NamePlaces> names;
};

SegmentMemory fresh_memory(const std::shared_ptr<const Index>& index) {
  return {
      .index = index, .moments = std::make_shared<OpenMoments>(*index), .names = std::make_shared<NamePlaces>(*index)};
}

Result<std::optional<Cursor>> cursor_of(const SearchRequest& request) {
  if (request.cursor.empty()) return std::nullopt;
  TRY(auto cursor, cursor_from(request.cursor));
  if (cursor.question != fingerprint(request)) {
    return fail_parameter("cursor", "cursor belongs to another question; use it with the parameters that gave it");
  }
  return cursor;
}

}  // namespace

/// What is worked out once a state of the index, and used by every question.
struct Search::Parts {
  Parts(const LiveIndex& index, std::shared_ptr<const PhraseBook> phrase_book, const Gazetteer& gazetteer)
      : phrases(std::move(phrase_book)), known(index), reader(*phrases, gazetteer, known) {}

  void remember(SegmentMemory memory) {
    indexes.push_back(std::move(memory.index));
    moments.push_back(std::move(memory.moments));
    names.push_back(std::move(memory.names));
  }

  /// What is remembered of an index; fresh when it is not known yet.
  [[nodiscard]] SegmentMemory memory_of(const std::shared_ptr<const Index>& index) const {
    for (std::size_t i = 0; i < indexes.size(); ++i) {
      if (indexes[i] == index) return {.index = index, .moments = moments[i], .names = names[i]};
    }
    return fresh_memory(index);
  }

  std::shared_ptr<const PhraseBook> phrases;
  IndexWords known;
  QuestionReader reader;
  std::vector<std::shared_ptr<const Index>> indexes;  ///< a segment each, as the next two
  std::vector<std::shared_ptr<OpenMoments>> moments;
  std::vector<std::shared_ptr<NamePlaces>> names;
};

Search::Search(std::shared_ptr<const Index> image, const Catalogue& catalogue, const Gazetteer& gazetteer)
    : Search(std::make_shared<const LiveIndex>(std::move(image)), catalogue, gazetteer) {}

Search::Search(std::shared_ptr<const LiveIndex> index, const Catalogue& catalogue, const Gazetteer& gazetteer)
    : index_(std::move(index)), catalogue_(catalogue), gazetteer_(std::make_shared<const Gazetteer>(gazetteer)) {
  auto parts = std::make_shared<Parts>(*index_, std::make_shared<const PhraseBook>(catalogue_), *gazetteer_);
  for (const Segment& segment : index_->segments()) parts->remember(fresh_memory(segment.index));
  parts_ = std::move(parts);
}

Search::Search(std::shared_ptr<const LiveIndex> index, const Search& before)
    : index_(std::move(index)), catalogue_(before.catalogue_), gazetteer_(before.gazetteer_) {
  auto parts = std::make_shared<Parts>(*index_, before.parts_->phrases, *gazetteer_);
  for (const Segment& segment : index_->segments()) parts->remember(before.parts_->memory_of(segment.index));
  parts_ = std::move(parts);
}

Result<SearchAnswer> Search::run(const SearchRequest& request) const {
  TRY(const auto cursor, cursor_of(request));
  SearchRequest asked = request;
  if (cursor) {
    // Later pages rank by the moment of the first, or a site could stand on two of them.
    asked.now = cursor->moment;
    if (asked.open_now) asked.open_at = cursor->moment;
  }
  TRY(auto plan, make_plan(asked, plan_sources()));
  return Answering{asked, {.index = *index_, .names = parts_->names, .cursor = cursor}, std::move(plan)}.answer();
}

Result<PointsAnswer> Search::points(const SearchRequest& request) const {
  TRY(const auto plan, make_plan(request, plan_sources()));
  return points_of(plan, request.limit);
}

PlanSources Search::plan_sources() const {
  return {.index = *index_,
          .moments = parts_->moments,
          .catalogue = catalogue_,
          .gazetteer = *gazetteer_,
          .reader = parts_->reader};
}

std::vector<Suggestion> Search::suggest(const SuggestRequest& request) const {
  return Suggesting{*index_, catalogue_, *gazetteer_, *parts_->phrases}.suggest(request);
}

void Search::renew_open_now(Instant present) const {
  for (const auto& moments : parts_->moments) moments->renew(present);
}

std::string_view to_string(Match match) {
  switch (match) {
    case Match::offers:
      return "offers";
    case Match::may_offer:
      return "may-offer";
    case Match::alternative:
      return "alternative";
    case Match::name:
      return "name";
    case Match::near:
      return "near";
  }
  return "near";
}

std::string_view to_string(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::locality:
      return "locality";
    case PlaceKind::postcode:
      return "postcode";
    case PlaceKind::position:
      return "position";
    case PlaceKind::country:
      return "country";
    case PlaceKind::region:
      return "region";
    case PlaceKind::county:
      return "county";
  }
  return "locality";
}

}  // namespace nearme
