#include "search/facets.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "index/members.hpp"

namespace nearme {
namespace {

struct FacetFamily {
  Facet facet;
  std::string_view name;
  std::string_view members;  ///< the sets that it counts begin so
};

constexpr std::array kFamilies{
    FacetFamily{Facet::treatment, "treatment", members::kOffers},
    FacetFamily{Facet::kind, "kind", members::kKind},
    FacetFamily{Facet::language, "language", members::kLanguage},
    FacetFamily{Facet::wheelchair, "wheelchair", members::kWheelchair},
    FacetFamily{Facet::evidence, "evidence", members::kEvidence},
};

const FacetFamily& family_of(Facet facet) { return *std::ranges::find(kFamilies, facet, &FacetFamily::facet); }

/// Collecting sites stops after so many words of the sets. Each word of theirs is looked at again for every set that is
/// counted, a hundred or so.
constexpr std::uint64_t kBudget = 50'000;

/// The sites of one index whose facets are counted.
class Counted {
 public:
  Counted(const Filtered& part, const UnitVector& from) : index_(part.index), filter_(part.filter) {
    if (!are_nearly_all())
      matches_ = matching_sites({.index = index_, .from = from, .filter = filter_, .budget = kBudget});
  }

  [[nodiscard]] const Index& index() const { return index_; }
  [[nodiscard]] bool are_all() const { return !matches_ || matches_->are_all; }

  [[nodiscard]] std::uint64_t count(const BitTrie& set) const {
    if (matches_) return count_common(matches_->sites.view(), set);
    return set.count() - (filter_.none_of.empty() ? 0 : count_common(set, filter_.none_of.front()));
  }

 private:
  /// All but one set: there is nothing to collect.
  [[nodiscard]] bool are_nearly_all() const {
    return filter_.all_of.empty() && filter_.none_of.size() <= 1 && !filter_.radius && !filter_.box &&
           filter_.condition == nullptr;
  }

  const Index& index_;
  const Filter& filter_;
  std::optional<Matches> matches_;
};

using CountById = std::map<std::string, std::uint64_t, std::less<>>;

void count_family(const Counted& sites, std::string_view family, CountById& counts) {
  const Vocabulary& members = sites.index().members();
  const auto [first, last] = members.beginning_with(family);
  for (std::size_t number = first; number < last; ++number) {
    const auto count = sites.count(members.sites(number));
    if (count > 0) counts[std::string{members.word(number).substr(family.size())}] += count;
  }
}

std::vector<FacetCount> most_first(const CountById& by_id) {
  std::vector<FacetCount> counts;
  for (const auto& [id, count] : by_id) counts.push_back({id, count});
  std::ranges::stable_sort(counts, std::ranges::greater{}, &FacetCount::count);
  return counts;
}

}  // namespace

FacetCounts count_facets(std::span<const Filtered> parts, const UnitVector& from, const std::vector<Facet>& facets) {
  if (facets.empty()) return {};
  std::vector<Counted> counted;
  for (const Filtered& part : parts) counted.emplace_back(part, from);
  FacetCounts all{.facets = {}, .are_exact = std::ranges::all_of(counted, &Counted::are_all)};
  for (const auto facet : facets) {
    CountById counts;
    for (const Counted& sites : counted) count_family(sites, family_of(facet).members, counts);
    all.facets.emplace_back(facet, most_first(counts));
  }
  return all;
}

std::string_view to_string(Facet facet) { return family_of(facet).name; }

}  // namespace nearme
