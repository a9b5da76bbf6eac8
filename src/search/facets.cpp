#include "search/facets.hpp"

#include <algorithm>
#include <array>

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

OwnedBitTrie matching_sites(const Index& index, const UnitVector& from, const Filter& filter) {
  std::vector<std::uint32_t> positions;
  for_each_match(index, from, filter, [&](SitePosition site, double) {
    positions.push_back(to_number(site));
    return true;
  });
  return OwnedBitTrie::from_positions(positions, index.size());
}

std::vector<FacetCount> count_family(const Index& index, const BitTrie& matching, std::string_view family) {
  std::vector<FacetCount> counts;
  const auto [first, last] = index.members().beginning_with(family);
  for (std::size_t number = first; number < last; ++number) {
    const auto count = count_common(matching, index.members().sites(number));
    if (count > 0) counts.push_back({std::string{index.members().word(number).substr(family.size())}, count});
  }
  std::ranges::stable_sort(counts, std::ranges::greater{}, &FacetCount::count);
  return counts;
}

}  // namespace

std::vector<std::pair<Facet, std::vector<FacetCount>>> count_facets(const Index& index, const UnitVector& from,
                                                                    const Filter& filter,
                                                                    const std::vector<Facet>& facets) {
  if (facets.empty()) return {};
  const auto matching = matching_sites(index, from, filter);
  std::vector<std::pair<Facet, std::vector<FacetCount>>> all;
  for (const auto facet : facets)
    all.emplace_back(facet, count_family(index, matching.view(), family_of(facet).members));
  return all;
}

std::string_view to_string(Facet facet) { return family_of(facet).name; }

}  // namespace nearme
