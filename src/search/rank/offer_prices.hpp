#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "directory/ids.hpp"
#include "index/image/index.hpp"
#include "index/walk/filter.hpp"
#include "search/search_request.hpp"

namespace nearme {

/// Which offers of a site are asked for.
struct AskedOffers {
  std::vector<TreatmentId> treatments;  ///< any of them; empty: of any treatment
  std::string currency;                 ///< empty: amounts are compared as they are
  bool only_confirmed = false;
};

/// What the offers asked for cost. Lives no longer than the index.
class OfferPrices {
 public:
  OfferPrices(const Index& index, AskedOffers asked);

  /// The least price among the offers of a site that are asked for, in hundredths; none when none has a known price.
  [[nodiscard]] std::optional<std::int64_t> least(SitePosition site) const;

  /// Whether any of those offers has a known price in the range.
  [[nodiscard]] bool has_price_within(SitePosition site, const PriceRange& range) const;

 private:
  [[nodiscard]] bool is_asked_for(const OfferColumn& offer) const;

  const Index* index_;
  AskedOffers asked_;
  std::vector<bool> has_treatment_;  ///< by treatment number; empty: all are asked for
};

/// That of each of some choices of offers one has a known price in a range.
class CostWithin final : public SiteCondition {
 public:
  CostWithin(std::vector<OfferPrices> choices, PriceRange range)
      : choices_(std::move(choices)), range_(std::move(range)) {}
  [[nodiscard]] bool holds(SitePosition site) const override;

 private:
  std::vector<OfferPrices> choices_;
  PriceRange range_;
};

}  // namespace nearme
