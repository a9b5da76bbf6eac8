#pragma once

#include <string>
#include <vector>

#include "directory/ids.hpp"

namespace nearme {

/// A person who treats, at one or more sites.
struct Practitioner {
  PractitionerId id;
  SourceId source;
  std::string name;
  std::string profession;
  std::vector<SiteId> sites;
  std::vector<TreatmentId> treatments;
  std::string register_name;        ///< the register that they say they are on, such as "GMC"
  std::string registration_number;  ///< their number there, as written
  bool fictional = false;

  friend bool operator==(const Practitioner&, const Practitioner&) = default;
};

}  // namespace nearme
