#include "search/plan/site_filters.hpp"

#include <algorithm>

#include "base/vectors.hpp"
#include "index/members.hpp"
#include "search/plan/alternatives.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

const std::string& text_of(const std::string& text) { return text; }

template <class EntryId>
const std::string& text_of(const EntryId& id) {
  return id.text();
}

BitTrie member(const Index& index, std::string_view family, std::string_view value) {
  return index.members().find(std::string{family}.append(value));
}

/// The sites that are in any of the sets `family` + value.
template <class Value>
AnyOf any_member(const Index& index, std::string_view family, const std::vector<Value>& values) {
  AnyOf any;
  for (const auto& value : values) any.sets.push_back(member(index, family, text_of(value)));
  return any;
}

AnyOf one_member(const Index& index, std::string_view family, std::string_view value) {
  return {.sets = {member(index, family, value)}};
}

AnyOf any_language(const Index& index, const std::vector<std::string>& languages) {
  AnyOf any;
  for (const auto& language : languages) any.sets.push_back(member(index, members::kLanguage, fold(language)));
  return any;
}

void exclude(SegmentPlan& segment, const AnyOf& unwanted) {
  std::ranges::copy_if(unwanted.sets, std::back_inserter(segment.filter.none_of),
                       [](const BitTrie& set) { return !set.empty(); });
}

/// A concern alone asks for whatever is used for it; beside a treatment it only says why.
std::vector<TreatmentId> used_for(const std::vector<ConcernId>& concerns, const Catalogue& catalogue) {
  std::vector<TreatmentId> treatments;
  for (const auto& concern : concerns) {
    for (const auto& use : catalogue.find(concern)->treatments) add_once(treatments, use.treatment);
  }
  return treatments;
}

std::vector<TreatmentId> treatments_asked_for(const SearchRequest& request, const Catalogue& catalogue,
                                              const Understood& understood) {
  auto treatments = understood.treatments;
  if (treatments.empty()) treatments = used_for(understood.concerns, catalogue);
  drop_unwanted(understood, treatments);
  return treatments.empty() ? request.with_treatments : treatments;
}

void match_offers(const SearchRequest& request, const Plan& plan, SegmentPlan& segment) {
  const auto family = plan.understood.only_confirmed ? members::kOffersConfirmed : members::kOffers;
  for (const auto& treatment : request.with_treatments)
    segment.filter.all_of.push_back(one_member(segment.index, family, treatment.text()));
  segment.offers = any_member(segment.index, family, plan.treatments);
  if (plan.may_offer) segment.may_offer = any_member(segment.index, members::kMayOffer, plan.treatments);
  std::vector<TreatmentId> others;
  for (const auto& alternative : plan.alternatives) others.push_back(alternative.treatment);
  if (!others.empty()) segment.alternatives = any_member(segment.index, family, others);
}

/// "In Germany" is not in what of France lies nearer to Germany's middle.
bool is_in_country(const SearchRequest& request, const Understood& understood) {
  return understood.place && understood.place->kind == PlaceKind::country && !request.box;
}

/// Insured for all that is done there, or, where one treatment is asked for, for that.
AnyOf insured(const Index& index, const std::vector<TreatmentId>& treatments) {
  auto any = one_member(index, members::kClaim, "insurance");
  if (treatments.size() == 1) {
    const auto offer = members::offer_claim(treatments.front().text(), "insurance");
    any.sets.push_back(member(index, members::kOfferClaim, offer));
  }
  return any;
}

void add_attributes(const SearchRequest& request, const Plan& plan, SegmentPlan& segment) {
  const auto& [understood, index] = std::tie(plan.understood, segment.index);
  auto& all_of = segment.filter.all_of;
  if (!understood.kinds.empty()) all_of.push_back(any_member(index, members::kKind, understood.kinds));
  if (is_in_country(request, understood))
    all_of.push_back(one_member(index, members::kCountry, understood.place->country));
  if (!understood.languages.empty()) all_of.push_back(any_language(index, understood.languages));
  if (!request.countries.empty()) all_of.push_back(any_member(index, members::kCountry, request.countries));
  if (understood.only_wheelchair) all_of.push_back(one_member(index, members::kWheelchair, "yes"));
  if (understood.only_insured) all_of.push_back(insured(index, plan.treatments));
  if (understood.only_confirmed && plan.treatments.empty())
    all_of.push_back(one_member(index, members::kEvidence, "confirmed"));
}

void exclude_unwanted(const SearchRequest& request, const Understood& understood, SegmentPlan& segment) {
  exclude(segment, any_member(segment.index, members::kOffers, request.without_treatments));
  exclude(segment, any_member(segment.index, members::kKind, request.without_kinds));
  exclude(segment, any_member(segment.index, members::kKind, understood.unwanted_kinds));
  exclude(segment, any_language(segment.index, request.without_languages));
  exclude(segment, any_member(segment.index, members::kCountry, request.without_countries));
}

OfferPrices prices_of(const Index& index, const Understood& understood, const std::vector<TreatmentId>& treatments) {
  return {index,
          {.treatments = treatments,
           .currency = understood.price.currency,
           .only_confirmed = understood.only_confirmed && !treatments.empty()}};
}

}  // namespace

void drop_unwanted(const Understood& understood, std::vector<TreatmentId>& treatments) {
  const auto& unwanted = understood.unwanted_treatments;
  std::erase_if(treatments, [&](const auto& id) { return std::ranges::find(unwanted, id) != unwanted.end(); });
}

void filter_by_treatments(const SearchRequest& request, const Catalogue& catalogue, Plan& plan) {
  plan.treatments = treatments_asked_for(request, catalogue, plan.understood);
  if (!plan.treatments.empty()) {
    plan.match = Match::offers;
    plan.alternatives = alternatives_to(plan.treatments, plan.understood, catalogue);
    plan.may_offer = !plan.understood.only_confirmed;
    for (auto& segment : plan.segments) match_offers(request, plan, segment);
    return;
  }
  // Nothing else is asked for: "clinic without botox" is one that does not offer it.
  for (auto& segment : plan.segments)
    exclude(segment, any_member(segment.index, members::kOffers, plan.understood.unwanted_treatments));
}

void filter_by_attributes(const SearchRequest& request, Plan& plan) {
  for (auto& segment : plan.segments) {
    add_attributes(request, plan, segment);
    exclude_unwanted(request, plan.understood, segment);
  }
}

void filter_by_price(const SearchRequest& request, Plan& plan) {
  const auto& understood = plan.understood;
  for (auto& segment : plan.segments) {
    segment.prices = prices_of(segment.index, understood, plan.treatments);
    if (!understood.price.is_limited()) continue;
    std::vector<OfferPrices> all{segment.prices};
    for (const auto& treatment : request.with_treatments)
      all.push_back(prices_of(segment.index, understood, {treatment}));
    segment.affordable = std::make_shared<CostWithin>(std::move(all), understood.price);
  }
}

}  // namespace nearme
