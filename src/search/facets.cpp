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

OwnedBitTrie matching_sites(const Filtered& part, const UnitVector& from) {
  const auto& [index, filter] = part;
  std::vector<std::uint32_t> positions;
  for_each_match(index, from, filter, [&](SitePosition site, double) {
    positions.push_back(to_number(site));
    return true;
  });
  return OwnedBitTrie::from_positions(positions, index.size());
}

using CountById = std::map<std::string, std::uint64_t, std::less<>>;

void count_family(const Index& index, const BitTrie& matching, std::string_view family, CountById& counts) {
  const auto [first, last] = index.members().beginning_with(family);
  for (std::size_t number = first; number < last; ++number) {
    const auto count = count_common(matching, index.members().sites(number));
    if (count > 0) counts[std::string{index.members().word(number).substr(family.size())}] += count;
  }
}

std::vector<FacetCount> most_first(const CountById& by_id) {
  std::vector<FacetCount> counts;
  for (const auto& [id, count] : by_id) counts.push_back({id, count});
  std::ranges::stable_sort(counts, std::ranges::greater{}, &FacetCount::count);
  return counts;
}

}  // namespace

std::vector<std::pair<Facet, std::vector<FacetCount>>> count_facets(std::span<const Filtered> parts,
                                                                    const UnitVector& from,
                                                                    const std::vector<Facet>& facets) {
  if (facets.empty()) return {};
  std::vector<OwnedBitTrie> matching;
  for (const Filtered& part : parts) matching.push_back(matching_sites(part, from));
  std::vector<std::pair<Facet, std::vector<FacetCount>>> all;
  for (const auto facet : facets) {
    CountById counts;
    for (std::size_t i = 0; i < parts.size(); ++i)
      count_family(parts[i].index, matching[i].view(), family_of(facet).members, counts);
    all.emplace_back(facet, most_first(counts));
  }
  return all;
}

std::string_view to_string(Facet facet) { return family_of(facet).name; }

}  // namespace nearme
