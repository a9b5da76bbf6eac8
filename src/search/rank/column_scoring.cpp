#include "search/rank/column_scoring.hpp"

namespace nearme {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::lowest();

}  // namespace

double CheapestFirst::score(SitePosition site, double) const {
  const auto least = prices_.least(site);
  return least ? -static_cast<double>(*least) : kUnknown;
}

double BestRatedFirst::score(SitePosition site, double) const {
  const auto rating = index_.rating(site);
  return rating ? rating->value : kUnknown;
}

double ByName::score(SitePosition site, double) const { return -static_cast<double>(index_.name_order(site)); }

}  // namespace nearme
