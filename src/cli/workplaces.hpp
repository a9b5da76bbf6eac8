#pragma once

#include <map>
#include <string>

#include "store/store.hpp"

namespace nearme {

/// Where practitioners work whose own records name another record of a site than the one that it is read from.
class Workplaces {
 public:
  /// Errors: those of the store.
  [[nodiscard]] static Result<Workplaces> of(Store& store);

  /// With all sites where somebody works, by the ids that those are listed by.
  [[nodiscard]] Practitioner told_in_full(Practitioner practitioner) const;

 private:
  std::multimap<std::string, SiteId> unnamed_;  ///< by practitioner; few
};

}  // namespace nearme
