#include "search/plan/plan.hpp"

#include <algorithm>

#include "index/live/best_of_all.hpp"
#include "index/members.hpp"
#include "search/plan/name_words.hpp"
#include "search/plan/place_choice.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr Metres kDefaultRadius = Metres::from_kilometres(25);

/// "Clinic" beside a treatment is only a way of speaking.
const KindId kAnyClinic{"clinic"};

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

/// One request on its way to a plan.
class Planning {
 public:
  Planning(const SearchRequest& request, const PlanSources& sources)
      : request_(request), index_(sources.index), catalogue_(sources.catalogue), sources_(sources) {
    for (const Segment& segment : index_.segments())
      plan_.segments.push_back(
          {.index = *segment.index, .filter = segment.all(), .prices = OfferPrices{*segment.index, {}}});
  }

  Result<Plan> make() {
    Question question = sources_.reader.read(request_.q);
    take_concepts(question);
    TRY_VOID(take_place(question));
    take_area(question);
    take_names(question);
    take_treatments();
    take_attributes();
    take_unwanted();
    take_open(question);
    take_price();
    plan_.understood.pieces = std::move(question.pieces);
    return std::move(plan_);
  }

 private:
  Understood& understood() { return plan_.understood; }

  void take_concepts(const Question& question) {
    understood().treatments = request_.treatments;
    understood().concerns = request_.concerns;
    understood().kinds = request_.kinds;
    // What is said exactly wins: words only fill in what no parameter says.
    for (const auto& [type, id] : question.concepts) {
      if (type == ConceptType::treatment && request_.treatments.empty())
        add_once(understood().treatments, TreatmentId{id});
      if (type == ConceptType::concern && request_.concerns.empty()) add_once(understood().concerns, ConcernId{id});
      if (type == ConceptType::kind && request_.kinds.empty()) add_once(understood().kinds, KindId{id});
    }
    const bool asks_for_treatment = !understood().treatments.empty() || !understood().concerns.empty();
    if (asks_for_treatment && request_.kinds.empty()) std::erase(understood().kinds, kAnyClinic);
    understood().corrections = question.corrections;
  }

  /// The place said in `near` wins over the one in `q`, and that over the asker's position.
  Result<void> take_place(const Question& question) {
    if (question.fault) return fail_parameter("q", "q: {}", question.fault->message);
    if (request_.near.empty()) {
      take_place_of(question);
      return {};
    }
    const Question near = sources_.reader.read_place(request_.near);
    if (near.fault) return fail_parameter("near", "near: {}", near.fault->message);
    take_place_of(near);
    if (!understood().place) return fail_parameter("near", "near: no place called '{}' is known", request_.near);
    std::ranges::copy(near.corrections, std::back_inserter(understood().corrections));
    return {};
  }

  void take_place_of(const Question& question) {
    if (question.position) {
      understood().place =
          AskedPlace{.name = fmt::format("{:.4f}, {:.4f}", question.position->lat(), question.position->lon()),
                     .position = *question.position,
                     .slug = {},
                     .kind = PlaceKind::position};
    } else {
      take_choice(choose_place(question, index_, request_.at), question);
    }
  }

  void take_choice(PlaceChoice choice, const Question& question) {
    understood().place = std::move(choice.place);
    understood().alternatives = std::move(choice.alternatives);
    if (!choice.corrected.empty())
      understood().corrections.push_back({question.misspelt_place, std::move(choice.corrected)});
  }

  void take_area(const Question& question) {
    if (request_.box) {
      plan_.origin = request_.at ? *request_.at : request_.box->centre();
    } else if (understood().place) {
      plan_.origin = understood().place->position;
    } else {
      plan_.origin = request_.at;
    }
    if (plan_.origin) plan_.from = to_unit_vector(*plan_.origin);
    const bool said_near = understood().place || (question.near_me && request_.at);
    // A radius round nowhere holds for nothing, and the answer does not say that it did.
    if (plan_.origin && !request_.box) understood().radius = request_.radius;
    if (!request_.radius && !request_.box && said_near) understood().radius = usual_radius();
    for (auto& segment : plan_.segments) {
      segment.filter.box = request_.box;
      segment.filter.radius = understood().radius;
    }
  }

  /// An area is searched as a whole.
  [[nodiscard]] Metres usual_radius() const {
    const auto& place = plan_.understood.place;
    return place && place->radius ? *place->radius : kDefaultRadius;
  }

  /// What is left of the question, and `text`, must all be words of a site's names.
  void take_names(const Question& question) {
    std::vector<std::string> words = question.words;
    understood().text = question.text;
    if (!words.empty() && understood().treatments.empty() && understood().concerns.empty()) {
      take_kinds_for_names(question, words);
    }
    for (const auto& token : tokenize(request_.text)) words.push_back(token.word);
    if (!request_.text.empty()) understood().text += (understood().text.empty() ? "" : " ") + request_.text;
    if (words.empty()) return;
    auto names = find_names(index_, words);
    std::ranges::copy(names.corrections, std::back_inserter(understood().corrections));
    for (std::size_t i = 0; i < plan_.segments.size(); ++i)
      std::ranges::move(names.sets[i], std::back_inserter(plan_.segments[i].filter.all_of));
    plan_.match = Match::name;
  }

  /// "Alpha Skin Clinic" is a name when sites are called so, not a kind of site beside a name.
  void take_kinds_for_names(const Question& question, std::vector<std::string>& words) {
    const auto names = words_of_all_names(question);
    if (names.size() == words.size()) return;
    if (!is_anybody_called(names)) return;
    words = names;
    understood().kinds = request_.kinds;
    understood().text = text_of_all_names(question);
  }

  [[nodiscard]] bool is_anybody_called(const std::vector<std::string>& names) const {
    const auto matches = find_exact_names(index_, names);
    for (std::size_t i = 0; i < plan_.segments.size(); ++i) {
      Filter called_so = index_.segments()[i].all();
      called_so.all_of = matches.sets[i];
      if (!nearest(plan_.segments[i].index, UnitVector{}, called_so, 1).empty()) return true;
    }
    return false;
  }

  static bool is_part_of_name(const Piece& piece) { return piece.meaning == "text" || piece.meaning == "kind"; }

  std::string text_of_all_names(const Question& question) const {
    std::string text;
    for (const auto& piece : question.pieces) {
      if (is_part_of_name(piece))
        text += (text.empty() ? "" : " ") + request_.q.substr(piece.begin, piece.end - piece.begin);
    }
    return text;
  }

  std::vector<std::string> words_of_all_names(const Question& question) const {
    std::vector<std::string> words;
    for (const auto& token : tokenize(text_of_all_names(question))) words.push_back(token.word);
    return words;
  }

  void take_treatments() {
    plan_.treatments = understood().treatments;
    if (plan_.treatments.empty()) add_treatments_for_concerns();
    if (plan_.treatments.empty()) plan_.treatments = request_.with_treatments;
    if (plan_.treatments.empty()) return;
    plan_.match = Match::offers;
    plan_.may_offer = !request_.only_confirmed;
    const auto offers = request_.only_confirmed ? members::kOffersConfirmed : members::kOffers;
    for (auto& segment : plan_.segments) {
      for (const auto& treatment : request_.with_treatments)
        segment.filter.all_of.push_back(any_member(segment.index, offers, treatment.text()));
      segment.offers = any_member(segment.index, offers, plan_.treatments);
      if (plan_.may_offer) segment.may_offer = any_member(segment.index, members::kMayOffer, plan_.treatments);
    }
  }

  /// A concern alone asks for whatever is used for it; beside a treatment it only says why.
  void add_treatments_for_concerns() {
    for (const auto& concern : understood().concerns) {
      for (const auto& use : catalogue_.find(concern)->treatments) add_once(plan_.treatments, use.treatment);
    }
  }

  /// The sites that are in any of the sets `family` + id.
  template <class EntryId>
  static AnyOf any_member(const Index& index, std::string_view family, const std::vector<EntryId>& ids) {
    AnyOf any;
    for (const auto& id : ids) any.sets.push_back(member(index, family, text_of(id)));
    return any;
  }

  static AnyOf any_member(const Index& index, std::string_view family, std::string_view value) {
    return {.sets = {member(index, family, value)}};
  }

  static BitTrie member(const Index& index, std::string_view family, std::string_view value) {
    return index.members().find(std::string{family}.append(value));
  }

  static const std::string& text_of(const std::string& text) { return text; }
  template <class EntryId>
  static const std::string& text_of(const EntryId& id) {
    return id.text();
  }

  void take_attributes() {
    understood().only_confirmed = request_.only_confirmed;
    for (auto& segment : plan_.segments) {
      const Index& index = segment.index;
      auto& all_of = segment.filter.all_of;
      if (!understood().kinds.empty()) all_of.push_back(any_member(index, members::kKind, understood().kinds));
      if (is_in_country()) all_of.push_back(any_member(index, members::kCountry, understood().place->country));
      if (!request_.languages.empty()) all_of.push_back(any_language(index, request_.languages));
      if (!request_.countries.empty()) all_of.push_back(any_member(index, members::kCountry, request_.countries));
      if (request_.only_wheelchair) all_of.push_back(any_member(index, members::kWheelchair, "yes"));
      if (request_.only_confirmed && plan_.treatments.empty())
        all_of.push_back(any_member(index, members::kEvidence, "confirmed"));
    }
  }

  /// "In Germany" is not in what of France lies nearer to Germany's middle.
  [[nodiscard]] bool is_in_country() const {
    const auto& place = plan_.understood.place;
    return place && place->kind == PlaceKind::country && !request_.box;
  }

  static AnyOf any_language(const Index& index, const std::vector<std::string>& languages) {
    AnyOf any;
    for (const auto& language : languages) any.sets.push_back(member(index, members::kLanguage, fold(language)));
    return any;
  }

  void take_unwanted() {
    for (auto& segment : plan_.segments) {
      exclude(segment, any_member(segment.index, members::kOffers, request_.without_treatments));
      exclude(segment, any_member(segment.index, members::kKind, request_.without_kinds));
      exclude(segment, any_language(segment.index, request_.without_languages));
      exclude(segment, any_member(segment.index, members::kCountry, request_.without_countries));
    }
  }

  static void exclude(SegmentPlan& segment, const AnyOf& unwanted) {
    std::ranges::copy_if(unwanted.sets, std::back_inserter(segment.filter.none_of),
                         [](const BitTrie& set) { return !set.empty(); });
  }

  void take_open(const Question& question) {
    understood().open_now = request_.open_now || (question.open_now && !request_.open_at);
    understood().open_at = understood().open_now ? request_.now : request_.open_at;
    for (std::size_t i = 0; i < plan_.segments.size(); ++i) {
      auto& segment = plan_.segments[i];
      segment.open = sources_.moments[i]->at(understood().open_at.value_or(request_.now));
      if (understood().open_at) segment.filter.all_of.push_back({.sets = {segment.open->open_sites()}});
    }
  }

  /// The price limit holds for the offers asked for: where only confirmed ones are, for those. It holds at any
  /// distance, so that a widened search can use it.
  void take_price() {
    for (auto& segment : plan_.segments) {
      segment.prices = prices_of(segment.index, plan_.treatments);
      if (!request_.price_max_hundredths) continue;
      std::vector<OfferPrices> all{segment.prices};
      for (const auto& treatment : request_.with_treatments) all.push_back(prices_of(segment.index, {treatment}));
      segment.affordable = std::make_shared<CostAtMost>(std::move(all), *request_.price_max_hundredths);
    }
  }

  [[nodiscard]] OfferPrices prices_of(const Index& index, const std::vector<TreatmentId>& treatments) const {
    return {index,
            {.treatments = treatments,
             .currency = request_.currency,
             .only_confirmed = request_.only_confirmed && !treatments.empty()}};
  }

  const SearchRequest& request_;
  const LiveIndex& index_;
  const Catalogue& catalogue_;
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
