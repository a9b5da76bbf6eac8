#pragma once

#include <algorithm>
#include <limits>

#include "index/walk/walk.hpp"
#include "search/rank/offer_prices.hpp"

namespace nearme {

/// Orders by one column of the image. There is no bound to walk by: every site that passes the filter is looked at.
class ColumnScoring : public Scoring {
 public:
  void bounds(const BoundedChildren&, std::span<float, 64> out) const final {
    std::ranges::fill(out, std::numeric_limits<float>::infinity());
  }
  [[nodiscard]] double bound_of_site(SitePosition site, float) const final { return score(site, 0); }
  [[nodiscard]] double matches_worth_a_sweep() const final { return std::numeric_limits<double>::infinity(); }
};

/// Cheapest first, by the least price of the offers asked for; unknown prices last.
class CheapestFirst final : public ColumnScoring {
 public:
  explicit CheapestFirst(const OfferPrices& prices) : prices_(prices) {}
  [[nodiscard]] double score(SitePosition site, double) const override;

 private:
  const OfferPrices& prices_;
};

/// Best rated first; unrated last.
class BestRatedFirst final : public ColumnScoring {
 public:
  explicit BestRatedFirst(const Index& index) : index_(index) {}
  [[nodiscard]] double score(SitePosition site, double) const override;

 private:
  const Index& index_;
};

/// By name, as a person would look it up.
class ByName final : public ColumnScoring {
 public:
  explicit ByName(const Index& index) : index_(index) {}
  [[nodiscard]] double score(SitePosition site, double) const override;

 private:
  const Index& index_;
};

}  // namespace nearme
