#pragma once

#include <map>
#include <string>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/entry.hpp"

namespace nearme {

/// A source that statements cite by its id, so that its name, address and grade are written down once.
struct Citation {
  std::string name;
  std::string url;
  char grade = 'D';
};

using Citations = std::map<std::string, Citation>;

/// Reads the tables `[[source]]` of a file; a later source with a known id replaces the earlier one.
Result<void> read_citations(const Entry& file, Citations& citations);

/// The source that the field `source` of an entry names. Points into `citations`.
Result<const Citation*> cited(const Entry& entry, const Citations& citations);

/// Reads one table `[[guide]]`.
Result<Guide> read_guide(const Entry& entry, const Citations& citations);

}  // namespace nearme
