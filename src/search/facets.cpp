#include "search/facets.hpp"

#include <algorithm>
#include <array>

#include "index/bits/common_counts.hpp"
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

  /// How many of them each set has.
  [[nodiscard]] std::vector<std::uint32_t> count(std::span<const BitTrie> sets) const {
    if (matches_) return counts_in_common(matches_->sites.view(), sets);
    std::vector<std::uint32_t> counts(sets.size());
    if (!filter_.none_of.empty()) counts = counts_in_common(filter_.none_of.front(), sets);
    for (std::size_t set = 0; set < sets.size(); ++set) counts[set] = sets[set].count() - counts[set];
    return counts;
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

/// The count of a set, called by what stands behind its family's name in the index.
struct SetCount {
  std::string_view id;
  std::uint64_t count;
};

void count_family(const Counted& sites, std::string_view family, std::vector<SetCount>& counts) {
  const Vocabulary& members = sites.index().members();
  const auto [first, last] = members.beginning_with(family);
  std::vector<BitTrie> sets;
  sets.reserve(last - first);
  for (std::size_t number = first; number < last; ++number) sets.push_back(members.sites(number));
  const auto counted = sites.count(sets);
  for (std::size_t number = first; number < last; ++number) {
    const std::uint32_t count = counted[number - first];
    if (count > 0) counts.push_back({.id = members.word(number).substr(family.size()), .count = count});
  }
}

/// Adds up what indexes counted each for itself.
void add_up_by_id(std::vector<SetCount>& counts) {
  std::ranges::sort(counts, {}, &SetCount::id);
  std::vector<SetCount> sums;
  for (const SetCount& count : counts) {
    if (sums.empty() || sums.back().id != count.id) sums.push_back({.id = count.id, .count = 0});
    sums.back().count += count.count;
  }
  counts = std::move(sums);
}

std::vector<FacetCount> most_first(std::vector<SetCount> counts) {
  std::ranges::sort(counts, [](const SetCount& a, const SetCount& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
  std::vector<FacetCount> sorted;
  sorted.reserve(counts.size());
  for (const auto& [id, count] : counts) sorted.push_back({std::string(id), count});
  return sorted;
}

}  // namespace

FacetCounts count_facets(std::span<const Filtered> parts, const UnitVector& from, const std::vector<Facet>& facets) {
  if (facets.empty()) return {};
  std::vector<Counted> counted;
  for (const Filtered& part : parts) counted.emplace_back(part, from);
  FacetCounts all{.facets = {}, .are_exact = std::ranges::all_of(counted, &Counted::are_all)};
  for (const auto facet : facets) {
    std::vector<SetCount> counts;
    for (const Counted& sites : counted) count_family(sites, family_of(facet).members, counts);
    if (counted.size() > 1) add_up_by_id(counts);
    all.facets.emplace_back(facet, most_first(std::move(counts)));
  }
  return all;
}

std::string_view to_string(Facet facet) { return family_of(facet).name; }

}  // namespace nearme
