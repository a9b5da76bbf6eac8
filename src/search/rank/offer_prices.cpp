#include "search/rank/offer_prices.hpp"

#include <algorithm>
#include <limits>

namespace nearme {
namespace {

/// Which treatment numbers of the index are asked for; empty when any is.
std::vector<bool> numbers_of(const Index& index, const std::vector<TreatmentId>& treatments) {
  if (treatments.empty()) return {};
  std::vector<bool> asked;
  for (const auto& id : index.treatments()) {
    asked.push_back(std::ranges::find(treatments, id, &TreatmentId::text) != treatments.end());
  }
  return asked;
}

}  // namespace

OfferPrices::OfferPrices(const Index& index, AskedOffers asked)
    : index_(&index), asked_(std::move(asked)), has_treatment_(numbers_of(index, asked_.treatments)) {}

bool OfferPrices::is_asked_for(const OfferColumn& offer) const {
  return offer.price && (asked_.treatments.empty() || has_treatment_[offer.treatment]) &&
         (asked_.currency.empty() || offer.price->currency == asked_.currency) &&
         (!asked_.only_confirmed || offer.confirmed);
}

std::optional<std::int64_t> OfferPrices::least(SitePosition site) const {
  std::optional<std::int64_t> least;
  for (const auto& offer : index_->offers(site)) {
    if (is_asked_for(offer) && (!least || offer.price->hundredths < *least)) least = offer.price->hundredths;
  }
  return least;
}

bool OfferPrices::has_price_within(SitePosition site, const PriceRange& range) const {
  const auto least = range.least_hundredths.value_or(0);
  const auto most = range.most_hundredths.value_or(std::numeric_limits<std::int64_t>::max());
  return std::ranges::any_of(index_->offers(site), [&](const OfferColumn& offer) {
    return is_asked_for(offer) && offer.price->hundredths >= least && offer.price->hundredths <= most;
  });
}

bool CostWithin::holds(SitePosition site) const {
  return std::ranges::all_of(choices_,
                             [&](const OfferPrices& choice) { return choice.has_price_within(site, range_); });
}

}  // namespace nearme
