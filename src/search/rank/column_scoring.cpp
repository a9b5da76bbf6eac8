#include "search/rank/column_scoring.hpp"

#include <algorithm>

namespace nearme {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::lowest();

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

CheapestFirst::CheapestFirst(const Index& index, const std::vector<TreatmentId>& treatments, std::string currency)
    : index_(index), is_asked_for_(numbers_of(index, treatments)), currency_(std::move(currency)) {}

std::optional<std::int64_t> CheapestFirst::price(SitePosition site) const {
  std::optional<std::int64_t> least;
  for (const auto& offer : index_.offers(site)) {
    const bool counts = offer.price && (is_asked_for_.empty() || is_asked_for_[offer.treatment]) &&
                        (currency_.empty() || offer.price->currency == currency_);
    if (counts && (!least || offer.price->hundredths < *least)) least = offer.price->hundredths;
  }
  return least;
}

double CheapestFirst::score(SitePosition site, double) const {
  const auto least = price(site);
  return least ? -static_cast<double>(*least) : kUnknown;
}

double BestRatedFirst::score(SitePosition site, double) const {
  const auto rating = index_.rating(site);
  return rating ? rating->value : kUnknown;
}

double ByName::score(SitePosition site, double) const { return -static_cast<double>(index_.name_order(site)); }

}  // namespace nearme
