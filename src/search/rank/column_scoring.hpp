#pragma once

#include <limits>
#include <string>
#include <vector>

#include "index/walk/walk.hpp"

namespace nearme {

/// Orders by one column of the image. There is no bound to walk by: every site that passes the filter is looked at.
class ColumnScoring : public Scoring {
 public:
  [[nodiscard]] double bound(double, float) const final { return std::numeric_limits<double>::infinity(); }
};

/// Cheapest first, by the least price among the treatments asked for (any treatment when none is); unknown prices last.
class CheapestFirst final : public ColumnScoring {
 public:
  /// `currency` empty: amounts are compared as they are.
  CheapestFirst(const Index& index, const std::vector<TreatmentId>& treatments, std::string currency);
  [[nodiscard]] double score(SitePosition site, double) const override;

  /// The price that counts for a site, in hundredths.
  [[nodiscard]] std::optional<std::int64_t> price(SitePosition site) const;

 private:
  const Index& index_;
  std::vector<bool> is_asked_for_;  ///< by treatment number; empty: all are
  std::string currency_;
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
