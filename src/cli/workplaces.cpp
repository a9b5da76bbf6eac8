#include "cli/workplaces.hpp"

#include <algorithm>
#include <utility>

namespace nearme {

Result<Workplaces> Workplaces::of(Store& store) {
  Workplaces workplaces;
  TRY_VOID(store.for_each_listing([&](const Listing& listing) -> Result<void> {
    for (const Practitioner& practitioner : listing.practitioners) {
      if (std::ranges::find(practitioner.sites, listing.site.id) == practitioner.sites.end())
        workplaces.unnamed_.emplace(practitioner.id.text(), listing.site.id);
    }
    return {};
  }));
  return workplaces;
}

Practitioner Workplaces::told_in_full(Practitioner practitioner) const {
  const auto [first, last] = unnamed_.equal_range(practitioner.id.text());
  for (auto unnamed = first; unnamed != last; ++unnamed) practitioner.sites.push_back(unnamed->second);
  return practitioner;
}

}  // namespace nearme
