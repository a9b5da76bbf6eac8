#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "directory/site.hpp"

namespace nearme {

/// One site of several records of it, the most trusted first. Every field is that of the first record that has it; an
/// address is taken whole, and so are coordinates, those that a source gave before those found by a postcode. Kinds,
/// languages, services and offers are those of all. The id and the source are the first's. Errors: invalid_input when
/// there is no record.
Result<Site> merged_site(const std::vector<Site>& records);

/// Where a field of a merged site comes from, and what the other records said of it.
struct FieldOrigin {
  struct Said {
    SourceId source;
    std::string value;  ///< as JSON

    friend bool operator==(const Said&, const Said&) = default;
  };

  std::string field;
  Said won;
  std::vector<Said> lost;  ///< other values, in the order of the records; those that agree are not listed
};

/// For every field that any of the records has, by name. Lists, which are those of all records, have the first's.
std::vector<FieldOrigin> origins_of(const std::vector<Site>& records);

}  // namespace nearme
